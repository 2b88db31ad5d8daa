/**
 * Replaces what stands between `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`. Throws if
 * the file has no such marks: then nobody would notice that the section is missing.
 */
export function replaceSection(file: string, text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${file} has no section ${begin} … ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}
