/** Every element's tag, and the chunk that defines it. A room adds its line when its element exists. */
export const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  "tuo-login": () => import("./login/login.define.ts"),
  "tuo-documents": () => import("./documents/documents.define.ts"),
  "tuo-viewer": () => import("./viewer/viewer.define.ts"),
  "tuo-archive": () => import("./archive/archive.define.ts"),
  "tuo-consents": () => import("./consents/consents.define.ts"),
  "tuo-help": () => import("./help/help.define.ts"),
  "tuo-profile": () => import("./profile/profile.define.ts"),
  "tuo-portal": () => import("./portal/portal.define.ts"),
};

/** True where the element is defined, or can be loaded. */
export const isKnown = (tag: string): boolean => tag in elements || customElements.get(tag) !== undefined;

/** Defines the element where it is not; fails when its chunk cannot be fetched. */
export async function loadElement(tag: string): Promise<void> {
  if (!customElements.get(tag)) await elements[tag]?.();
}
