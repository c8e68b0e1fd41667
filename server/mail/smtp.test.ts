import assert from "node:assert/strict";
import { GatewayError } from "../messages/message.ts";
import { letter } from "./letter.ts";
import type { OutgoingMail } from "./mail.ts";
import { smtpGateway } from "./smtp.ts";
import { headersOf, type MailServer, openMailServer } from "./smtp-server.testing.ts";

const mail: OutgoingMail = {
  id: "0198a000-0000-7000-8000-000000000001",
  to: "anna@posta.example",
  fromName: "Clinica Prova",
  subject: "Password",
  ...letter({ clinicName: "Clinica Prova", greeting: "Ciao,", paragraphs: ["perché è così."] }),
};
const gatewayTo = ({ port }: Pick<MailServer, "port">, who = "") =>
  smtpGateway({
    url: `smtp://${who}127.0.0.1:${port}`,
    from: "portale@clinica.example",
    baseUrl: "https://portal.example:8443",
  });
const failsAs = (failure: string) => (error: unknown) =>
  error instanceof GatewayError && error.failure === failure && !/anna|posta/.test(error.message);

Deno.test("a mail arrives in both dresses, in the clinic's name, and nothing in it counts or tracks", async () => {
  await using server = await openMailServer();
  await gatewayTo(server).send(mail);
  const [{ from, to, raw }] = server.mails;
  assert.deepEqual([from, to], ["portale@clinica.example", ["anna@posta.example"]]);
  const headers = headersOf(raw);
  const value = (name: string) =>
    headers.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  assert.equal(value("From"), "Clinica Prova <portale@clinica.example>");
  assert.equal(value("To"), "anna@posta.example");
  assert.equal(value("Subject"), "Password");
  assert.equal(value("Message-ID"), `<${mail.id}@portal.example>`);
  assert.equal(value("Auto-Submitted"), "auto-generated");
  assert.match(value("Content-Type")!, /^multipart\/alternative/);
  assert.deepEqual(headers.map((line) => line.split(":")[0]).sort(), [
    "Auto-Submitted",
    "Content-Type",
    "Date",
    "From",
    "MIME-Version",
    "Message-ID",
    "Subject",
    "To",
  ]);
  assert.ok(raw.indexOf("text/plain") < raw.indexOf("text/html"));
  assert.match(raw, /perch=C3=A9 =C3=A8 cos=C3=AC/);
});

Deno.test("names and subjects that bring lines or addresses of their own add no header and no recipient", async () => {
  await using server = await openMailServer();
  const hostile = [
    "Clinica\r\nBcc: ladro@evil.example",
    'Clinica" <ladro@evil.example>, "x',
    "Clinica\u2028Bcc: ladro@evil.example\n\n<script>",
    "=?utf-8?B?QmNjOiBsYWRyb0BldmlsLmV4YW1wbGU=?=",
    "Clìnica \u0000 è\r",
  ];
  for (const name of hostile) {
    await gatewayTo(server).send({
      ...mail,
      fromName: name,
      subject: name,
      text: `.\r\n.\r\nQUIT\r\n${name}`,
    });
  }
  assert.equal(server.mails.length, hostile.length);
  for (const { from, to, raw } of server.mails) {
    assert.deepEqual([from, to], ["portale@clinica.example", ["anna@posta.example"]]);
    const names = headersOf(raw).map((line) => line.split(":")[0]);
    assert.equal(names.length, 8, names.join());
    assert.match(headersOf(raw).find((line) => line.startsWith("From: "))!, /<portale@clinica\.example>$/);
  }
});

Deno.test("an address that is a list, has a name or brings lines gets nothing at all", async () => {
  await using server = await openMailServer();
  for (
    const to of [
      "a@b.example, ladro@evil.example",
      "a@b.example;ladro@evil.example",
      "Anna <a@b.example>",
      "a@b.example\r\nRCPT TO:<ladro@evil.example>",
      "a@b.example\n",
      '"a b"@b.example',
      "a@b@c.example",
      "",
      "anna",
    ]
  ) {
    await assert.rejects(gatewayTo(server).send({ ...mail, to }), failsAs("refused"), to);
  }
  assert.deepEqual(server.mails, []);
});

Deno.test("fifty at once arrive", async () => {
  await using server = await openMailServer();
  const gateway = gatewayTo(server);
  await Promise.all(
    Array.from({ length: 50 }, (_, n) => gateway.send({ ...mail, to: `p${n}@posta.example` })),
  );
  assert.equal(new Set(server.mails.map(({ to }) => to[0])).size, 50);
});

Deno.test("a server that is away, busy, refuses the sender's password or the recipient is told apart", async () => {
  const away = await openMailServer();
  const gateway = gatewayTo(away);
  await away[Symbol.asyncDispose]();
  await assert.rejects(gateway.send(mail), failsAs("unreachable"));
  {
    await using back = await openMailServer({}, away.port);
    await gateway.send(mail);
    assert.equal(back.mails.length, 1);
  }
  const answer = (responseCode: number) => (_: unknown, __: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error("no anna@posta.example here"), { responseCode }));
  for (
    const [hook, code, failure] of [
      ["onRcptTo", 550, "refused"],
      ["onRcptTo", 451, "unavailable"],
      ["onMailFrom", 550, "unavailable"],
    ] as const
  ) {
    await using server = await openMailServer({ [hook]: answer(code) });
    await assert.rejects(gatewayTo(server).send(mail), failsAs(failure), `${hook} ${code}`);
  }
  await using strict = await openMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === "io@casa" && password === "p@s:s" ? done(null, { user: "1" }) : done(new Error("no")),
  });
  await assert.rejects(gatewayTo(strict, "io%40casa:wrong@").send(mail), failsAs("unavailable"));
  await gatewayTo(strict, "io%40casa:p%40s%3As@").send(mail);
  assert.equal(strict.mails.length, 1);
});

Deno.test("beyond this machine nothing goes in clear, and no certificate is taken on trust", async () => {
  // 127.0.0.1 by a name that is not known to be this machine's.
  await using plain = await openMailServer();
  const url = (scheme: string, port: number) => `${scheme}://[::ffff:127.0.0.1]:${port}`;
  const facts = { from: "portale@clinica.example", baseUrl: "https://portal.example" };
  await assert.rejects(smtpGateway({ ...facts, url: url("smtp", plain.port) }).send(mail), GatewayError);
  assert.deepEqual(plain.mails, []);
  // Its own certificate is the test server's, which nobody signed.
  await using secure = await openMailServer({ secure: true });
  await assert.rejects(smtpGateway({ ...facts, url: url("smtps", secure.port) }).send(mail), GatewayError);
  await assert.rejects(
    smtpGateway({ ...facts, url: `smtps://127.0.0.1:${secure.port}` }).send(mail),
    GatewayError,
  );
  await using starts = await openMailServer({ disabledCommands: [] });
  await assert.rejects(smtpGateway({ ...facts, url: url("smtp", starts.port) }).send(mail), GatewayError);
  assert.deepEqual([secure.mails, starts.mails], [[], []]);
});
