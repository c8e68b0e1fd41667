/**
 * `deno task test`: everything, with browsers and real peers where they are found. Ends with a line
 * `N passed, N failed, N skipped`. With CI set, a skip that is not optional (the corpus) is a failure.
 */
import { browserPath } from "./browser.ts";

const root = new URL("../", import.meta.url).pathname;
const say = (text: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}
const count: Count = { passed: 0, failed: 0, skipped: 0 };

if (!browserPath) await installBrowser();
for (const args of [["fmt", "--check", "--quiet"], ["lint", "--quiet"], ["check", "--quiet", ...floors()]]) {
  await gate(args);
}
await gate(["task", "--quiet", "build"]);
await runTests();
say(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
Deno.exit(count.failed > 0 ? 1 : 0);

function floors(): string[] {
  return ["sdk", "components", "server", "examples", "tests"];
}

/** A command of Deno's that has to succeed: counts as one test. */
async function gate(args: readonly string[]): Promise<void> {
  say(`deno ${args.join(" ")}`);
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: root,
    stdout: "inherit",
    stderr: "inherit",
  }).spawn().status;
  success ? count.passed++ : count.failed++;
}

/** Runs the tests and counts them from the report; a run that ends without a report has failed. */
async function runTests(): Promise<void> {
  const report = await Deno.makeTempFile({ suffix: ".xml" });
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--doc", `--junit-path=${report}`, ...floors()],
    cwd: root,
    env: { NO_COLOR: "1" },
    stdout: "inherit",
    stderr: "inherit",
  }).spawn().status;
  const cases = [
    ...(await Deno.readTextFile(report)).matchAll(/<testcase name="([^"]*)"[^>]*?(\/>|>[^]*?<\/testcase>)/g),
  ];
  await Deno.remove(report);
  for (const [, name, body] of cases) {
    if (/<failure|<error/.test(body)) count.failed++;
    else if (!body.includes("<skipped")) count.passed++;
    else if (Deno.env.get("CI") && !/corpus/i.test(name)) {
      say(`skipped in CI, where nothing but the corpus is optional: ${name}`);
      count.failed++;
    } else count.skipped++;
  }
  if (!success && count.failed === 0) count.failed++;
}

/** As root on Debian the browser can be installed; elsewhere a person has to. */
async function installBrowser(): Promise<void> {
  const uid = Deno.build.os === "linux" ? Deno.uid() : null;
  const apt = await Deno.stat("/usr/bin/apt-get").catch(() => null);
  if (uid === 0 && apt) {
    say("installing chromium …");
    await new Deno.Command("sh", { args: ["-c", "apt-get update -qq && apt-get install -y -qq chromium"] })
      .output();
  } else {say(
      "No Chrome, Chromium or Edge was found: install one, or set TUO_BROWSER. Its tests are skipped.",
    );}
}
