/** A comment to the end of its line, whatever its text holds. */
export function commentLine(text: string): string {
  return `-- ${text.replaceAll(/\s+/gu, " ")}\n`;
}
