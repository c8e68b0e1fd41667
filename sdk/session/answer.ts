/** What a message from the portal's page says, if it answers the question that had this state; else nothing. */
export function answerTo<T extends { readonly state: string }>(state: string, message: unknown): Partial<T> {
  return (message as Partial<T> | null)?.state === state ? message as Partial<T> : {};
}
