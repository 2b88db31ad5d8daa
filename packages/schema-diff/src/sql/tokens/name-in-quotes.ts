/** What stands between quotes, where a quote is written twice. */
export function nameInQuotes(text: string): string {
  const quote = text.charAt(0);
  return text.slice(1, -1).replaceAll(quote.repeat(2), quote);
}
