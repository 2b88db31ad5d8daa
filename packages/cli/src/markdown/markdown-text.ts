/** A message as Markdown shows it: what stands in backticks is code, and the rest means nothing. */
export function markdownText(text: string): string {
  return text
    .split(/(`[^`\n]+`)/u)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[\\*_[\]<>|#~`]/gu, "\\$&")))
    .join("")
    .replaceAll("\n", " ");
}
