/** A text as it is searched: no case, no accents, so that "ecografia" finds "ECOGRAFÌA". */
export const foldText = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** A pattern for `LIKE … ESCAPE '\'` that finds the text anywhere, its own wildcards taken literally. */
export const containing = (text: string): string => `%${foldText(text).replace(/[\\%_]/g, "\\$&")}%`;
