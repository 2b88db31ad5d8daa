/** `; did you mean "x"?` for the candidate that a slip of the fingers away from `word`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = candidates
    .map((candidate) => ({ candidate, slips: distance(word, candidate) }))
    .filter(({ candidate, slips }) => slips <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.slips - b.slips)
    .at(0);
  return near ? `; did you mean "${near.candidate}"?` : "";
}

/** How many letters must be added, removed, exchanged, or swapped with the next, to make `to` of `from`. */
function distance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (line: number, column: number) => rows[line]?.[column] ?? Infinity;
  for (let line = 1; line <= from.length; line++) {
    const row = [line];
    rows.push(row);
    for (let column = 1; column <= to.length; column++) {
      const same = from[line - 1] === to[column - 1];
      const swapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      row.push(
        Math.min(
          at(line - 1, column - 1) + (same ? 0 : 1),
          at(line - 1, column) + 1,
          at(line, column - 1) + 1,
          swapped ? at(line - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(from.length, to.length);
}
