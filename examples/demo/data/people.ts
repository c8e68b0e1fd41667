/** The demo's patients: invented names, towns and telephone numbers (no Italian network has the prefix 300 00). */
import type { Enrolment } from "@tuodossier/sdk/contract";
import { type Birth, codiceFiscale } from "./codice-fiscale.ts";

const person = (birth: Birth, rest: { phone: string; email: string | null; patientNumber: string }) => {
  const { givenName, familyName, birthDate, sex } = birth;
  return { codiceFiscale: codiceFiscale(birth), givenName, familyName, birthDate, sex, ...rest };
};

export const people = {
  ready: person(
    { familyName: "Lumacorta", givenName: "Ersilia", birthDate: "1961-04-12", sex: "F", place: "X001" },
    { phone: "+393000000146", email: "ersilia.lumacorta@posta.example", patientNumber: "PB-0010461" },
  ),
  images: person(
    { familyName: "Ventoscuro", givenName: "Nives", birthDate: "1972-09-03", sex: "F", place: "X002" },
    { phone: "+393000000227", email: "nives.ventoscuro@posta.example", patientNumber: "PB-0013372" },
  ),
  withoutDossier: person(
    { familyName: "Bramafoglia", givenName: "Olmo", birthDate: "1955-01-30", sex: "M", place: "X003" },
    { phone: "+393000000318", email: null, patientNumber: "PB-0014855" },
  ),
  longHistory: person(
    { familyName: "Cartalunga", givenName: "Ortensia", birthDate: "1948-11-21", sex: "F", place: "X004" },
    { phone: "+393000000459", email: "ortensia.cartalunga@posta.example", patientNumber: "PB-0002048" },
  ),
  firstAccess: person(
    { familyName: "Pietrasalda", givenName: "Zeno", birthDate: "1990-06-08", sex: "M", place: "X005" },
    { phone: "+393000000580", email: "zeno.pietrasalda@posta.example", patientNumber: "PB-0019990" },
  ),
} as const satisfies Record<string, Enrolment>;

export type Person = typeof people[keyof typeof people];
