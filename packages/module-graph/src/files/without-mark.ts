/** A text without the byte order mark, as editors and ESLint count its offsets. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
