import assert from "node:assert/strict";
import { openPortal } from "../testing/portal.ts";

const HOSTILE = `Clinica "><script>alert(1)</script> & 'figli'`;

/** What a browser makes of the attribute. */
const factsIn = (html: string) => {
  const [, attribute] = /data-clinic="([^"]*)"/.exec(html)!;
  const entities: Record<string, string> = { amp: "&", quot: '"', lt: "<", gt: ">" };
  return JSON.parse(attribute.replace(/&(\w+);/g, (_, name) => entities[name]));
};

Deno.test("the portal's pages tell of their clinic, and no name ends the attribute it stands in", async () => {
  await using portal = await openPortal();
  const { key } = await portal.clinics.add({ name: HOSTILE, origins: ["https://clinic.example"] })
    .then(({ clinic }) => clinic);
  for (const page of ["sign-in", "reset"]) {
    const html = await (await portal.fetchFrom(null)(`http://portal.test/t/${key}/${page}`)).text();
    assert.ok(!html.includes("<script>"), page);
    const { name, signInUrl, signInWith, origins } = factsIn(html);
    assert.deepEqual(
      { name, signInUrl, signInWith, origins },
      {
        name: HOSTILE,
        signInUrl: "https://clinic.example",
        signInWith: null,
        origins: ["https://clinic.example"],
      },
    );
  }
});

Deno.test("the sign-in page is framed by the clinic's exact sites, the reset page by nobody", async () => {
  await using portal = await openPortal();
  const policyOf = async (page: string) => {
    const address = `http://portal.test/t/${portal.tenant.clinic.key}/${page}`;
    const response = await portal.fetchFrom(null)(address);
    assert.equal(response.headers.get("Referrer-Policy"), "no-referrer");
    assert.equal(response.headers.get("Cache-Control"), "no-store");
    return response.headers.get("Content-Security-Policy") ?? "";
  };
  assert.match(await policyOf("sign-in"), /; frame-ancestors 'self' http:\/\/clinic\.test;/);
  assert.match(await policyOf("reset"), /; frame-ancestors 'none';/);
  for (const page of ["sign-in", "reset"]) {
    assert.match(await policyOf(page), /^default-src 'none'; script-src http:\/\/portal\.test;/);
  }
});

Deno.test("a reset link's page answers a mail scanner's GET and HEAD, and uses nothing up", async () => {
  await using portal = await openPortal();
  const address = `http://portal.test/t/${portal.tenant.clinic.key}/reset?token=x`;
  for (const method of ["GET", "HEAD"]) {
    assert.equal((await portal.fetchFrom(null)(address, { method })).status, 200);
  }
  assert.equal((await portal.fetchFrom(null)(address, { method: "POST" })).status, 405);
});
