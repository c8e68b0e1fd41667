import assert from "node:assert/strict";
import { openPortal, PORTAL } from "../testing/portal.ts";

Deno.test("the guide is a page of the portal alone: no frame, no script of others, no words of a clinic as markup", async () => {
  await using portal = await openPortal();
  Object.assign(portal.tenant.clinic, { name: `Clinica "<script>alert(1)</script>" & C.` });
  const { key } = portal.tenant.clinic;
  const page = (language?: string) =>
    portal.fetchFrom(null)(`${PORTAL}/t/${key}/guide`, {
      headers: language === undefined ? {} : { "Accept-Language": language },
    });
  const answer = await page();
  assert.equal(answer.status, 200);
  const policy = answer.headers.get("Content-Security-Policy")!;
  assert.match(policy, /default-src 'none'; .*frame-ancestors 'none'/);
  assert.deepEqual(policy.match(/https?:[^ ;]+/g), [PORTAL, PORTAL, PORTAL]);
  assert.equal(answer.headers.get("Referrer-Policy"), "no-referrer");
  assert.match(answer.headers.get("Vary")!, /Accept-Language/);
  const html = await answer.text();
  assert.deepEqual(html.match(/<script[^>]*>/g), ['<script type="module" src="/sdk/v1/guide.js">']);
  assert.match(html, /<title>Guida al portale – Clinica &quot;&lt;script&gt;/);

  const languages: [string, string][] = [
    ["en-GB,en;q=0.9", "en"],
    ["it;q=0.5, en;q=0.4", "it"],
    ["fr, en;q=0.1, it;q=0.2", "it"],
    ["en;q=0, it", "it"],
    ["zz", "it"],
    ["<script>", "it"],
    [",;q=,;=;q=x", "it"],
    ["DE, EN", "en"],
  ];
  for (const [wished, language] of languages) {
    assert.match(
      await (await page(wished)).text(),
      new RegExp(`^<!doctype html>\\s<html lang="${language}">`),
      wished,
    );
  }
  assert.equal((await portal.fetchFrom(null)(`${PORTAL}/t/pk_nobody/guide`)).status, 404);
});
