/**
 * Goes to an address that answers with an attachment: the browser streams it to disk, and the page stays.
 * `download` cannot ask for that here: across origins browsers leave it out.
 */
export function followDownload(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.rel = "noreferrer";
  link.click();
}
