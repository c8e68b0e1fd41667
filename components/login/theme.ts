/** What the clinic's look may say to the framed page: values that the browser itself takes for what they are. */
const TOKENS = {
  "--tuo-accent": "color",
  "--tuo-on-accent": "color",
  "--tuo-danger": "color",
  "--tuo-surface": "color",
  "--tuo-on-surface": "color",
  "--tuo-radius": "border-radius",
  "color": "color",
  "font-family": "font-family",
  "font-size": "font-size",
  "line-height": "line-height",
  "color-scheme": "color-scheme",
} as const;

export type Theme = Readonly<Record<string, string>>;

/** The host's values, resolved where it stands. */
export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const values = Object.keys(TOKENS).map((name) => [name, style.getPropertyValue(name).trim()]);
  return Object.fromEntries(values.filter(([, value]) => value !== ""));
}

/** Applies what is on the list and passes as a value of its kind; an address (`url()`) never does. */
export function applyTheme(root: HTMLElement, theme: unknown): void {
  if (typeof theme !== "object" || theme === null) return;
  for (const [name, kind] of Object.entries(TOKENS)) {
    const value = (theme as Record<string, unknown>)[name];
    if (typeof value !== "string" || value.length > 300 || /url|image|\\|[<>;{}]/i.test(value)) continue;
    if (CSS.supports(kind, value)) root.style.setProperty(name, value);
  }
}
