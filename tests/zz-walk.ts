import { launchBrowser } from "./browser.ts";
const base = "http://127.0.0.1:8123";
const w = Number(Deno.args[0] ?? 1440);
const dark = Deno.args[1] === "dark";
const b = await launchBrowser();
const ctx = await b.newContext({
  viewport: { width: w, height: w < 500 ? 740 : 900 },
  colorScheme: dark ? "dark" : "light",
  hasTouch: w < 500,
});
const p = await ctx.newPage();
p.setDefaultTimeout(8000);
p.on("console", (m) => {
  if (m.type() === "error" || m.type() === "warning") console.log("console", m.text());
});
p.on("pageerror", (e) => console.log("pageerror", e.message));
let n = 0;
const shot = async (name: string) => {
  await p.screenshot({
    path: `/tmp/w${w}${dark ? "d" : ""}-${String(++n).padStart(2, "0")}-${name}.png`,
    fullPage: true,
  });
  console.log("shot", name);
};
const outbox = async () => (await (await fetch(base + "/demo/state.json")).json());
try {
  const state = await outbox();
  const me = state.patients[0];
  await p.goto(base);
  const f = p.frameLocator("iframe");
  await f.getByLabel("Username").fill(me.codiceFiscale);
  await f.getByLabel("Password", { exact: true }).fill(me.password);
  await shot("login");
  await f.getByRole("button", { name: "Accedi", exact: true }).click();
  await f.getByLabel("Codice di Sicurezza (OTP)").waitFor();
  await shot("code");
  const code = (await outbox()).outbox.filter((m: any) => m.to === me.phone).at(-1).text.match(/(\d{6})/)[1];
  await f.getByLabel("Codice di Sicurezza (OTP)").fill(code);
  await f.getByRole("button", { name: "Conferma" }).click();
  await p.getByRole("button", { name: /Documenti/ }).first().waitFor();
  await p.waitForTimeout(500);
  await shot("menu");
  await p.getByRole("button", { name: /Documenti/ }).first().click();
  await p.getByRole("button", { name: "Visualizza" }).first().waitFor();
  await p.waitForTimeout(500);
  await shot("documents");
  await p.getByRole("button", { name: "Visualizza" }).first().click();
  await p.waitForTimeout(3000);
  await shot("report");
  await p.keyboard.press("Escape");
  await p.waitForTimeout(500);
  const imgs = p.getByRole("button", { name: /^Immagini|Studi immagine/ });
  console.log("images buttons", await imgs.count(), await imgs.allInnerTexts());
  await p.getByRole("button", { name: /^Immagini/ }).first().click();
  await p.waitForTimeout(4000);
  await shot("viewer");
  await p.getByRole("button", { name: "Esporta" }).click();
  await p.waitForTimeout(1500);
  await shot("export");
  await p.getByRole("button", { name: "Inizia" }).click();
  await p.waitForTimeout(1500);
  await shot("export-ready");
} catch (e) {
  console.log(String(e).slice(0, 400));
  await shot("failed");
}
await b.close();
