/** Defines `tag` once: a second copy of the bundle leaves the first one's element alone; a server has no tags. */
export function register(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === "undefined" || customElements.get(tag)) return;
  customElements.define(tag, element);
}
