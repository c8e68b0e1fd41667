/** What the clinic's look may say to the framed page: values that the browser itself takes for what they are. */
const TOKENS = {
  "--tuo-accent": "color",
  "--tuo-on-accent": "color",
  "--tuo-danger": "color",
  "--tuo-surface": "color",
  "--tuo-on-surface": "color",
  "--tuo-radius": "border-radius",
  "color": "color",
  "background-color": "background-color",
  "font-family": "font-family",
  "font-size": "font-size",
  "line-height": "line-height",
  "color-scheme": "color-scheme",
} as const;

export type Theme = Readonly<Record<string, string>>;

/** The host's values, resolved where it stands; the ground is that of the nearest ancestor that has one. */
export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const values = Object.keys(TOKENS).map((name) => [name, style.getPropertyValue(name).trim()]);
  const theme = Object.fromEntries(values.filter(([, value]) => value !== ""));
  return { ...theme, "background-color": groundOf(element) };
}

/** Empty where a picture or nothing lies under the element: then the frame stays transparent. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== "none") return "";
    if (!/^transparent$|, 0\)$|\/ 0\)$/.test(backgroundColor)) return backgroundColor;
  }
  return "";
}

const parentOf = (element: Element): Element | null => {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
};

/** Applies what is on the list and passes as a value of its kind; an address (`url()`) never does. */
export function applyTheme(root: HTMLElement, theme: unknown): void {
  if (typeof theme !== "object" || theme === null) return;
  for (const [name, kind] of Object.entries(TOKENS)) {
    const value = (theme as Record<string, unknown>)[name];
    if (typeof value !== "string" || value.length > 300 || /url|image|\\|[<>;{}]/i.test(value)) continue;
    if (CSS.supports(kind, value)) root.style.setProperty(name, value);
  }
}
