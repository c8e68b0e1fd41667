import assert from "node:assert/strict";
import { checkCharacter } from "@tuodossier/sdk";
import { codiceFiscale } from "./codice-fiscale.ts";
import { people } from "./people.ts";

Deno.test("the specimen code that Italian forms print comes out", () => {
  const code = codiceFiscale({
    givenName: "Mario",
    familyName: "Rossi",
    birthDate: "1980-01-01",
    sex: "M",
    place: "H501",
  });
  assert.equal(code, "RSSMRA80A01H501U");
});

Deno.test("a changed character gives another check character", () => {
  assert.notEqual(checkCharacter("RSSMRA80A01H502"), "U");
  assert.notEqual(checkCharacter("RSSMRA81A01H501"), "U");
});

Deno.test("names short of consonants are filled, long given names skip the second", () => {
  const of = (familyName: string, givenName: string) =>
    codiceFiscale({ givenName, familyName, birthDate: "1948-11-30", sex: "F", place: "X004" }).slice(0, 6);
  assert.equal(of("Fo", "Gianfranco"), "FOXGFR");
  assert.equal(of("Dò", "Io"), "DOXIOX");
});

Deno.test("every patient of the demo has a valid code of a place that does not exist", () => {
  for (const { codiceFiscale: code } of Object.values(people)) {
    assert.match(code, /^[A-Z]{6}\d\d[A-EHLMPRST]\d\dX\d{3}[A-Z]$/);
    assert.equal(code[15], checkCharacter(code.slice(0, 15)));
  }
});
