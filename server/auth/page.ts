import type { Tenant } from "../tenant.ts";

/**
 * The portal's own sign-in page, framed by the clinic's exact sites and by no other. Its styles and scripts are
 * the portal's; it needs no storage, which browsers deny to such a frame.
 */
export function signInPage({ clinic, baseUrl }: Tenant): { html: string; policy: string } {
  const policy = [
    "default-src 'none'",
    `script-src ${baseUrl}`,
    `style-src ${baseUrl}`,
    `connect-src ${baseUrl}`,
    `frame-ancestors ${["'self'", ...clinic.origins].join(" ")}`,
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
<title>Accedi a TuoDossier</title>
<script type="module" src="/sdk/v1/sign-in.js"></script>
</head>
<body></body>
</html>
`;
  return { html, policy };
}
