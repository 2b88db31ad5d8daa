/** "a, b and 3 more": long lists help nobody. Each word once. */
export function listInWords(all: readonly string[]): string {
  const words = [...new Set(all)];
  const shown =
    words.length > 3 ? [...words.slice(0, 2), `${String(words.length - 2)} more`] : words;
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
