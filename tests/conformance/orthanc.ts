/** A PACS of a test's own: free port, random credentials, empty storage, proved to be ours before it is used. */
export interface Orthanc {
  /** Sends a request with the credentials. */
  request(path: string, init?: RequestInit): Promise<Response>;
  [Symbol.asyncDispose](): Promise<void>;
}

const CANDIDATES = ["/usr/sbin/Orthanc", "/usr/bin/Orthanc", "/usr/local/sbin/Orthanc"];

/** Path of Orthanc, or null: then its tests are skipped. */
export const orthancPath: string | null = CANDIDATES.find((path) => {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}) ?? null;

export async function startOrthanc(): Promise<Orthanc> {
  const folder = await Deno.makeTempDir({ prefix: "tuo-orthanc-" });
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const [name, password] = [crypto.randomUUID(), crypto.randomUUID()];
  const configuration = {
    Name: name,
    StorageDirectory: `${folder}/storage`,
    IndexDirectory: `${folder}/index`,
    HttpPort: port,
    HttpBindAddresses: ["127.0.0.1"],
    DicomServerEnabled: false,
    RemoteAccessAllowed: false,
    AuthenticationEnabled: true,
    RegisteredUsers: { test: password },
    Plugins: [],
  };
  await Deno.writeTextFile(`${folder}/orthanc.json`, JSON.stringify(configuration));
  const child = new Deno.Command(orthancPath!, {
    args: [`${folder}/orthanc.json`],
    stdout: "null",
    stderr: "null",
  }).spawn();
  const authorization = `Basic ${btoa(`test:${password}`)}`;
  const request = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      headers: { ...init.headers, Authorization: authorization },
    });
  const orthanc: Orthanc = {
    request,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.status;
      await Deno.remove(folder, { recursive: true });
    },
  };
  for (let tries = 0;; tries++) {
    const system = await request("/system").then((response) => response.json()).catch(() => null);
    if (system?.Name === name) return orthanc;
    if (system || tries > 300) {
      await orthanc[Symbol.asyncDispose]();
      throw new Error(system ? "Another server answers on Orthanc's port" : "Orthanc did not start");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
