/** Every element's tag, and the chunk that defines it. A room adds its line when its element exists. */
export const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  "tuo-documents": () => import("./documents/documents.define.ts"),
  "tuo-portal": () => import("./portal/portal.define.ts"),
};

/** True where the element is defined, or can be loaded. */
export const isKnown = (tag: string): boolean => tag in elements || customElements.get(tag) !== undefined;

/** Defines the element where it is not; fails when its chunk cannot be fetched. */
export async function loadElement(tag: string): Promise<void> {
  if (!customElements.get(tag)) await elements[tag]?.();
}
