import type { Tenant } from "../tenant.ts";

/** The languages that the guide is written in; Italian where none is wished for. */
const LANGUAGES = ["it", "en"];

/**
 * The guide as a page of the portal's own: where the code on the printed access page leads. For everybody,
 * signed in or not, and in no frame.
 */
export function guidePage(
  { clinic, baseUrl }: Tenant,
  wished: string | undefined,
): { html: string; policy: string } {
  const policy = [
    "default-src 'none'",
    `script-src ${baseUrl}`,
    `style-src ${baseUrl}`,
    `connect-src ${baseUrl}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html tuo",
  ].join("; ");
  const language = languageFor(wished);
  const site = clinic.settings.signInUrl ?? clinic.origins[0];
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="application-name" content="${escaped(clinic.name)}">
<title>${language === "en" ? "Guide to the portal" : "Guida al portale"} – ${escaped(clinic.name)}</title>
${
    site
      ? `<link rel="start" href="${escaped(site)}">\n`
      : ""
  }<script type="module" src="/sdk/v1/guide.js"></script>
</head>
<body></body>
</html>
`;
  return { html, policy };
}

/** The best of the languages in `Accept-Language` (RFC 9110 §12.5.4). */
function languageFor(wished = ""): string {
  const ranges = wished.slice(0, 200).split(",").map((range) => {
    const [tag, ...parameters] = range.split(";").map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
    return { language: tag.toLowerCase().split("-")[0], quality: Number(quality) || 0 };
  });
  const best = ranges.filter(({ quality }) => quality > 0).toSorted((a, b) => b.quality - a.quality)
    .find(({ language }) => LANGUAGES.includes(language));
  return best?.language ?? "it";
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => ENTITIES[one]);
