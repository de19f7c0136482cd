/** What of the materials asked for has not been handed in, each with the reason it is asked for. */
export const missingOf = (
  asked: readonly string[],
  given: readonly { readonly name: string }[],
  reason: string,
): readonly { readonly item: string; readonly reason: string }[] =>
  asked.filter((item) => !given.some(({ name }) => name === item)).map((item) => ({ item, reason }));
