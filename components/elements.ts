/** Every element's tag, and the chunk that defines it. A room adds its line when its element exists. */
export const elements: Readonly<Record<string, () => Promise<unknown>>> = {};
