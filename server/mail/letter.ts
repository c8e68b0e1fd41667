/** What a mail to a patient says: plain sentences, at most one thing to do. */
export interface Letter {
  readonly clinicName: string;
  /** E.g. `Gentile Paziente,`. */
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Paragraphs below the button. */
  readonly after?: readonly string[];
  /** Lines below all; the clinic's name by default. */
  readonly signature?: readonly string[];
}

/**
 * One letter in two dresses that say the same: text, and HTML without pictures, scripts or anything fetched.
 * Whatever is given is text: no name in it becomes markup, or a line of its own.
 *
 * @example
 * ```ts
 * import { letter } from "./letter.ts";
 * const { text, html } = letter({
 *   clinicName: "Clinica <Uno>",
 *   greeting: "Gentile Paziente,",
 *   paragraphs: ["Hai chiesto una nuova password."],
 *   action: { label: "Scegli la password", url: "https://portal.example/r#t" },
 * });
 * if (!text.includes("\nhttps://portal.example/r#t\n")) throw new Error("the text has the link too");
 * if (!html.includes("Clinica &lt;Uno&gt;")) throw new Error("a name is not markup");
 * ```
 */
export function letter(given: Letter): { text: string; html: string } {
  const { action } = given;
  const parts = {
    clinicName: oneLine(given.clinicName),
    greeting: oneLine(given.greeting),
    paragraphs: given.paragraphs.map(oneLine),
    action: action && { label: oneLine(action.label), url: oneLine(action.url) },
    after: (given.after ?? []).map(oneLine),
    signature: (given.signature ?? [given.clinicName]).map(oneLine),
  };
  return { text: asText(parts), html: asHtml(parts) };
}

type Parts = Letter & Required<Pick<Letter, "after" | "signature">>;

const AUTOMATIC = "Questo messaggio è automatico: non rispondere.";
const COPY = "Se il pulsante non si apre, copia questo indirizzo nel browser:";

/** Controls, line ends and marks that turn the direction of writing would let a name pretend to be more. */
// deno-lint-ignore no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
const oneLine = (text: string): string => text.replace(UNSEEN, " ").trim();

function asText({ greeting, paragraphs, action, after, signature }: Parts): string {
  const link = action ? [`${action.label}:\n${action.url}`] : [];
  return [greeting, ...paragraphs, ...link, ...after, signature.join("\n"), AUTOMATIC].join("\n\n") + "\n";
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

// Inline for readers of mail that drop style sheets; the sheet adds only the dark dress.
const PAGE = "margin:0;padding:24px 16px;background:#f2f4f6;color:#1d2730;" +
  "font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const SHEET = "max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;border-radius:8px";
const NAME = "margin:0 0 24px;font-size:18px;line-height:1.3;font-weight:600";
const BUTTON = "display:inline-block;padding:12px 24px;border-radius:6px;background:#0b5c86;color:#ffffff;" +
  "font-weight:600;text-decoration:none";
const ADDRESS = "color:#0b5c86;word-break:break-all";
const QUIET = "margin:24px 0 0;color:#55626d;font-size:14px";
const DARK = "@media (prefers-color-scheme:dark){" +
  ".page{background:#12181d!important;color:#e6ebef!important}.sheet{background:#1c242b!important}" +
  ".button{background:#7cc4ea!important;color:#0a1c27!important}.address{color:#7cc4ea!important}" +
  ".quiet{color:#a9b5bf!important}}";

function asHtml({ clinicName, greeting, paragraphs, action, after, signature }: Parts): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`;
  const url = action && escaped(action.url);
  return [
    "<!doctype html>",
    '<html lang="it">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(clinicName)}</title>`,
    `<style>:root{color-scheme:light dark}${DARK}</style>`,
    "</head>",
    `<body class="page" style="${PAGE}">`,
    `<main class="sheet" style="${SHEET}">`,
    `<h1 style="${NAME}">${escaped(clinicName)}</h1>`,
    ...[greeting, ...paragraphs].map(paragraph),
    ...action
      ? [
        `<p style="margin:24px 0"><a class="button" href="${url}" style="${BUTTON}">${
          escaped(action.label)
        }</a></p>`,
        `<p class="quiet" style="${QUIET};margin:0 0 16px">${COPY}<br>` +
        `<a class="address" href="${url}" style="${ADDRESS}">${url}</a></p>`,
      ]
      : [],
    ...after.map(paragraph),
    `<p style="margin:24px 0 0">${signature.map(escaped).join("<br>")}</p>`,
    `<p class="quiet" style="${QUIET}">${AUTOMATIC}</p>`,
    "</main>",
    "</body>",
    "</html>",
  ].join("\n") + "\n";
}
