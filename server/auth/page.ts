import type { Clinic, Tenant } from "../tenant.ts";

/** A page of the portal's own, and the policy it is served under. */
export interface HostedPage {
  readonly html: string;
  readonly policy: string;
}

/** Where credentials are typed: framed by the clinic's exact sites and by no other, or alone. */
export const signInPage = (tenant: Tenant): HostedPage =>
  hostedPage(tenant, {
    title: "Accedi a TuoDossier",
    script: "sign-in",
    framedBy: ["'self'", ...tenant.clinic.origins].join(" "),
  });

/** The page behind the link of a reset's letter: framed by nobody. */
export const resetPage = (tenant: Tenant): HostedPage =>
  hostedPage(tenant, { title: "Reset password", script: "reset", framedBy: "'none'" });

/** Styles and scripts are the portal's; it needs no storage, which browsers deny to a frame. */
function hostedPage(
  { clinic, baseUrl }: Tenant,
  { title, script, framedBy }: { title: string; script: string; framedBy: string },
): HostedPage {
  const policy = [
    "default-src 'none'",
    `script-src ${baseUrl}`,
    `style-src ${baseUrl}`,
    `connect-src ${baseUrl}`,
    `frame-ancestors ${framedBy}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html tuo",
  ].join("; ");
  const html = `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<script type="module" src="/sdk/v1/${script}.js"></script>
</head>
<body data-clinic="${escaped(JSON.stringify(factsOf(clinic)))}">
<noscript>Per questa pagina serve JavaScript: attivalo nel browser e ricarica.</noscript>
</body>
</html>
`;
  return { html, policy };
}

/** What the page says of its clinic, all of it public (`components/login/page/clinic.ts`). */
const factsOf = ({ name, phone, hours, origins, settings }: Clinic) => ({
  name,
  phone,
  hours,
  origins,
  signInWith: settings.oidc?.label ?? null,
  signInUrl: settings.signInUrl ?? origins[0] ?? "",
  smsPrefixes: settings.smsPrefixes,
});

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "<": "&lt;",
  ">": "&gt;",
};

const escaped = (text: string): string => text.replace(/[&"<>]/g, (character) => ENTITIES[character]);
