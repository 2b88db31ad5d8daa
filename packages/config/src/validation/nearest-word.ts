/** The candidate that lies a few slips of the finger away from `word`, or null. */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
  const [nearest] = candidates
    .map((candidate) => ({ candidate, slips: countSlips(word, candidate) }))
    .filter(({ candidate, slips }) => slips <= Math.max(1, Math.floor(candidate.length / 3)))
    .toSorted((a, b) => a.slips - b.slips);
  return nearest?.candidate ?? null;
}

/** Letters added, removed, replaced, or swapped with the next one, capitals aside. */
function countSlips(word: string, candidate: string): number {
  const [from, to] = [word.toLowerCase(), candidate.toLowerCase()];
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (line: number, column: number) => rows[line]?.[column] ?? Infinity;
  for (let line = 1; line <= from.length; line++) {
    const row = [line];
    rows.push(row);
    for (let column = 1; column <= to.length; column++) {
      const same = from[line - 1] === to[column - 1];
      const swapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      const replaced = at(line - 1, column - 1) + (same ? 0 : 1);
      const shifted = Math.min(at(line - 1, column), at(line, column - 1)) + 1;
      row.push(Math.min(replaced, shifted, swapped ? at(line - 2, column - 2) + 1 : Infinity));
    }
  }
  return at(from.length, to.length);
}
