import type { Document, TuoDossier } from "@tuodossier/sdk";

/** All documents with a PDF, page by page. */
export async function allReports(
  tuo: Pick<TuoDossier, "documents">,
  signal: AbortSignal,
): Promise<readonly Document[]> {
  const found: Document[] = [];
  let cursor: string | undefined;
  do {
    const page = await tuo.documents.list({ limit: 100, cursor }, { signal });
    found.push(...page.items.filter(({ contentBytes }) => contentBytes !== null));
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}
