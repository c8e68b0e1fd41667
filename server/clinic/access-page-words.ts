import { italianDay } from "../clock.ts";
import type { AccessPage } from "../paper/access-page.ts";
import { STROKED_ZERO } from "../paper/face.ts";
import type { Picture } from "../paper/picture.ts";

/** What the page says of a patient, an exam and the clinic. */
export interface AccessPageFacts {
  readonly clinic: {
    readonly name: string;
    readonly phone: string | null;
    readonly hours: string | null;
    readonly logo: Picture | null;
    readonly formCode: string | null;
    readonly revision: string | null;
    /** `YYYY-MM-DD`, as all days here. */
    readonly updatedOn: string | null;
  };
  readonly patient: {
    readonly familyName: string;
    readonly givenName: string;
    readonly codiceFiscale: string;
    readonly maskedPhone: string;
  };
  readonly examNumber: string | null;
  readonly availableOn: string | null;
  readonly adhesion: boolean;
  /** Where patients sign in; null where no page of the clinic is known. */
  readonly signInUrl: string | null;
  readonly guideUrl: string;
}

/** As people type it. */
const bare = (url: string) => url.replace(/^https:\/\//, "").replace(/\/$/, "");

const usernameNote = (codiceFiscale: string) =>
  `È il tuo codice fiscale${codiceFiscale.includes("0") ? "; il segno sbarrato è la cifra zero" : ""}.`;

/** In the groups that it is made of: surname, name, birth, place. The few of another form stay whole. */
const spelled = (codiceFiscale: string) =>
  codiceFiscale.replace(/^(.{3})(.{3})(.{5})(.{5})$/, "$1 $2 $3 $4").replaceAll("0", STROKED_ZERO);

/** "Istruzioni per l'accesso al portale": its words, in Italian. */
export function accessPageWords(facts: AccessPageFacts): AccessPage {
  const { clinic, patient, examNumber, availableOn, adhesion, signInUrl, guideUrl } = facts;
  const form = [
    [clinic.formCode, clinic.revision && `Rev. ${clinic.revision}`].filter(Boolean).join(" · "),
    clinic.updatedOn ? `Aggiornato il ${italianDay(clinic.updatedOn)}` : "",
  ];
  const exam = examNumber || availableOn ? "questo esame" : "i tuoi esami";
  const site = signInUrl ? bare(signInUrl) : null;
  return {
    title: "Istruzioni per l'accesso al portale",
    language: "it-IT",
    clinic: clinic.name,
    logo: clinic.logo,
    form: form.filter(Boolean),
    patient: [
      { label: "Cognome", value: patient.familyName },
      { label: "Nome", value: patient.givenName },
      ...examNumber ? [{ label: "N. esame", value: examNumber }] : [],
    ],
    lead: [
      [`Aderendo anche al DSE¹, puoi consultare ${exam} sul portale TuoDossier.`],
      ...adhesion ? [] : [["Puoi aderire in segreteria, anche più avanti."]],
    ],
    available: availableOn
      ? ["Questo esame sarà disponibile entro il: ", { strong: italianDay(availableOn) }]
      : null,
    keys: [
      ...site ? [{ label: "Il portale", value: site, note: null }] : [],
      {
        label: "Il tuo username",
        value: spelled(patient.codiceFiscale),
        note: usernameNote(patient.codiceFiscale),
      },
      ...clinic.phone ? [{ label: "Serve aiuto? Chiama", value: clinic.phone, note: clinic.hours }] : [],
    ],
    guide: {
      title: "Guida al portale",
      text: "Inquadra il codice con la fotocamera del telefono.",
      address: guideUrl,
      alt: `Codice QR che apre la guida al portale, ${guideUrl}`,
    },
    stepsTitle: "Come accedere",
    steps: [
      site ? ["Apri ", { strong: site }, " e scrivi il tuo username, cioè il codice fiscale."] : [
        "Apri la pagina dei referti sul sito della clinica e scrivi il tuo username, cioè il codice fiscale.",
      ],
      [
        "Scrivi la ",
        { strong: "password" },
        ` che ti arriva per SMS (al numero ${patient.maskedPhone}): vale una volta sola.`,
      ],
      [
        "Ricevi un altro SMS con un ",
        { strong: "codice di sicurezza (OTP)" },
        ": scrivi le sue sei cifre. A ogni accesso ne arriva uno nuovo.",
      ],
      [
        "Al primo accesso ",
        { strong: "scegli una password tua" },
        ": almeno 12 caratteri, meglio se con lettere maiuscole e minuscole, cifre e caratteri speciali " +
        "(per esempio ! ? -).",
      ],
    ],
    notes: [
      [
        { strong: "L'SMS non arriva?" },
        " Aspetta qualche minuto. ",
        { strong: "Hai dimenticato la password?" },
        " Chiedine una nuova dalla pagina di accesso. Se non basta, " +
        (clinic.phone ? "chiama la clinica." : "rivolgiti alla segreteria."),
      ],
      [
        { strong: "Per vedere le immagini" },
        " ti consigliamo un computer: lo schermo del telefono è piccolo.",
      ],
      [
        { strong: "Non dare a nessuno" },
        " la password e i codici che ricevi: nessuno della clinica te li chiederà mai.",
      ],
    ],
    footnote: [
      "¹ Il DSE (Dossier Sanitario Elettronico) raccoglie i documenti e le immagini dei tuoi esami in questa " +
      "clinica: li consulti tu, e i professionisti che ti curano. Aderire è una tua libera scelta: se non " +
      "aderisci, le cure sono le stesse. Puoi revocare l'adesione in ogni momento.",
    ],
    pageNumber: "Pag. 1 di 1",
  };
}
