/** The look of INDEX.HTM: the reader's own fonts, light or dark as their system is. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --quiet: #55606b; --line: #d9dee3; --accent: #0a5f73; }
@media (prefers-color-scheme: dark) { :root { --quiet: #a3adb8; --line: #39424b; --accent: #7fd0e4; } }
body { margin: 0 auto; max-width: 44rem; padding: 3rem 1.25rem; font: 1.0625rem/1.55 system-ui, sans-serif;
  background: Canvas; color: CanvasText; overflow-wrap: anywhere; }
h1 { margin: .1em 0 .2em; font-size: 2rem; line-height: 1.2; font-weight: 600; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.25rem; font-weight: 600; }
h3 { margin: 0; font-size: 1.0625rem; font-weight: 600; }
p { margin: .35rem 0; }
ul, ol { margin: 0; padding: 0; list-style: none; }
ul > li { padding: 1rem 0; border-top: 1px solid var(--line); }
ol > li { padding: .1rem 0 .1rem 1rem; }
header p, li p, small, footer, [lang=en] { color: var(--quiet); }
h2 [lang=en] { font-size: 1rem; font-weight: 400; }
a { color: var(--accent); }
ul > li > a { font-weight: 600; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; font-size: .9375rem; }
footer a { margin-right: 1rem; }
@media print { body { padding: 0; } }
`;
