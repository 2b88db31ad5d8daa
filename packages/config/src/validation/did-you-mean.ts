/** ", did you mean `pool`?" for a slip of the finger; else what there is to choose from. */
export function didYouMean(word: string, known: readonly string[], ofWhat: string): string {
  const [nearest] = known
    .map((candidate) => ({ candidate, slips: countSlips(word, candidate) }))
    .filter(({ candidate, slips }) => slips <= Math.max(1, Math.floor(candidate.length / 3)))
    .toSorted((a, b) => a.slips - b.slips);
  if (nearest) return `did you mean \`${nearest.candidate}\`?`;
  const all = known.map((candidate) => `\`${candidate}\``).join(", ");
  return known.length === 0 ? `there are no ${ofWhat}` : `the ${ofWhat} are ${all}`;
}

/** Levenshtein's distance: letters added, removed or replaced, capitals aside. */
function countSlips(from: string, to: string): number {
  const [source, target] = [from.toLowerCase(), to.toLowerCase()];
  let row = Array.from({ length: target.length + 1 }, (_, column) => column);
  for (const [line, letter] of Array.from(source).entries()) {
    const next = [line + 1];
    for (const [column, other] of Array.from(target).entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
