/** Defines `tag` once: a second copy of the bundle leaves the first one's element alone. */
export function register(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
