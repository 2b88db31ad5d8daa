const opening = /^(?:\s|<!--(?:(?!-->)[^])*-->)*---/u;
const closing = /^[^\S\n]*---/mu;

/** The code between the fences of an Astro file, and where the markup goes on. */
export function astroFrontmatter(text: string) {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return null;
  const code = text.slice(start);
  const close = closing.exec(code.replace(/^[^\n]*/u, (line) => " ".repeat(line.length)));
  if (!close) return null;
  const end = start + close.index;
  return { start, end, after: end + close[0].length };
}
