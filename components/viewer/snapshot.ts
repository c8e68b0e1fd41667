/** A picture of what is on the screen, with the words that belong to it. */
export interface SnapshotOptions {
  readonly canvas: HTMLCanvasElement;
  /** A line below the image. */
  readonly caption: string;
  readonly density: number;
}

/** A PNG; null where the browser cannot make one. */
export async function snapshot({ canvas, caption, density }: SnapshotOptions): Promise<Blob | null> {
  const band = 28 * density;
  const sheet = document.createElement("canvas");
  sheet.width = canvas.width;
  sheet.height = canvas.height + band;
  const context = sheet.getContext("2d", { alpha: false });
  if (!context) return null;
  context.drawImage(canvas, 0, 0);
  context.fillStyle = "#111";
  context.fillRect(0, canvas.height, sheet.width, band);
  context.fillStyle = "#ddd";
  context.font = `${13 * density}px sans-serif`;
  context.textBaseline = "middle";
  context.fillText(caption, 10 * density, canvas.height + band / 2, sheet.width - 20 * density);
  return await new Promise((resolve) => sheet.toBlob(resolve, "image/png"));
}

/** Hands a file to the browser's downloads. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
