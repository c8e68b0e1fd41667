import assert from "node:assert/strict";
import { newPassphrase } from "@tuodossier/sdk";
import { refusalOf } from "./rules.ts";

const COMMON = [
  "Password2024!",
  "P@ssw0rd2024!!",
  "drowssap12345",
  "Francesco1985!!",
  "Fr4nc3sc0_1985",
  "oCsecnarf1985!",
  "Ciaociao123456",
  "Ciaociaociao12!",
  "qwertyuiop123",
  "QWERTZuiop2023",
  "1qaz2wsx3edc",
  "zaq12wsxcde3",
  "1q2w3e4r5t6y",
  "Juventus1897!",
  "ForzaNapoli1926",
  "forzainter2024!",
  "Benvenuto2025!",
  "tiamoamoremio",
  "AmoreMio2010!!",
  "MarcoGiulia2010!",
  "mariorossi1980",
  "ReferTo2026!!!",
  "c l i n i c a 2 0 2 6",
  "Estate2026!Estate",
  "15/08/1985 20/03/1990",
  "15081985 Roma",
  "Milano Roma Napoli",
  "iloveyou123456",
  "Admin!Admin!2024",
  "asdfghjkl1234",
  "147258369147",
  "Ｐａｓｓｗｏｒｄ２０２４！",
  "gattocaneluna",
  "abcdefghijklm",
  "zyxwvutsrqpon",
];

Deno.test("what everybody thinks of is refused, in any disguise", () => {
  const refusals = COMMON.map((password) => [password, refusalOf(password, [])]);
  assert.deepEqual(refusals.filter(([, reason]) => reason !== "common" && reason !== "repetitive"), []);
});

Deno.test("a phrase of several words is never refused", () => {
  const good = [
    "cavallo batteria graffetta giusta",
    "lampada verde 42 onde",
    "mulino azzurro 29 vele",
    "treno lento 63 nuvole",
    "sasso tondo 17 fiumi",
    "bussola gialla 88 ponti",
    "la zia cucina i ravioli il martedi",
    "correct horse battery staple",
    "Tre scoiattoli sul tetto!",
    "x7#Lq9vTz2!m",
    "gzKp-92mw-Qtxr",
    "日本語のとても長いパスワード",
  ];
  assert.deepEqual(good.map((password) => refusalOf(password, [])), good.map(() => null));
});

Deno.test("a generated passphrase is never refused, whoever it is for", () => {
  const own = [
    "Lina",
    "Mare",
    "PRVPRV80A41Z999S",
    "3330001234",
    "01011980",
    "1980",
    "Clinica",
    "Santa",
    "Rita",
  ];
  // Chance may put four common syllables into one of a million, not into two of ten thousand.
  const refused = Array.from({ length: 10_000 }, newPassphrase).filter((phrase) => refusalOf(phrase, own));
  assert.ok(refused.length <= 1, refused.join());
});

Deno.test("what is easy to know of a person is refused in any disguise", () => {
  const own = [
    "Wanda",
    "Scognamiglio",
    "SCGWND80A41Z999S",
    "3330001234",
    "01011980",
    "1980",
    "Villa",
    "Igea",
  ];
  const refused = [
    "WandaScognamiglio",
    "Scognamiglio1980!",
    "Sc0gn4m1gl10!!!",
    "scgwnd80a41z999s",
    "wanda 3330001234",
    "oilgimangocs1",
    "Wanda.Villa.Igea",
  ];
  assert.deepEqual(refused.map((password) => refusalOf(password, own)), refused.map(() => "personal"));
  assert.equal(refusalOf("Wanda gioca a scopone col prete", own), null);
});

Deno.test("the longest and strangest passwords are judged in no time", () => {
  const start = performance.now();
  for (const unit of ["a", "ab", "1q", "password", "!", "👩‍⚕️", "ﷺ"]) {
    refusalOf(unit.repeat(128).slice(0, 128), Array<string>(40).fill("Wanda"));
    refusalOf([...unit.repeat(128)].slice(0, 128).join(""), []);
  }
  assert.ok(performance.now() - start < 5000);
});
