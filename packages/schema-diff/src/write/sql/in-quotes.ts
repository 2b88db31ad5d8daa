/** A text between quotes, those within it doubled. */
export function inQuotes(text: string, quote: string): string {
  return quote + text.replaceAll(quote, quote + quote) + quote;
}
