/** How strongly groups of files hang together: undirected, the group with itself included. */
export interface Coupling {
  /** Whether any tie leads from one group to another, in this direction. */
  leads(from: string, to: string): boolean;
  between(a: string, b: string): number;
  /** The other groups to which one is tied, the strongest first; names decide between equals. */
  neighbours(group: string): readonly (readonly [string, number])[];
}

/** A tie between two files, as strong as it counts. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** Sums up the ties of files by the groups to which they belong. */
export function coupling(
  ties: readonly Tie[],
  groupOf: (file: string) => string | undefined,
): Coupling {
  const directed = new Set<string>();
  const sums = new Map<string, Map<string, number>>();
  const add = (a: string, b: string, weight: number) => {
    const row = sums.get(a) ?? new Map<string, number>();
    sums.set(a, row);
    row.set(b, (row.get(b) ?? 0) + weight);
  };
  for (const { from, to, weight } of ties) {
    const [a, b] = [groupOf(from), groupOf(to)];
    if (a === undefined || b === undefined) continue;
    directed.add(JSON.stringify([a, b]));
    add(a, b, weight);
    if (a !== b) add(b, a, weight);
  }
  return {
    leads: (from, to) => directed.has(JSON.stringify([from, to])),
    between: (a, b) => sums.get(a)?.get(b) ?? 0,
    neighbours: (group) =>
      [...(sums.get(group) ?? [])]
        .filter(([other]) => other !== group)
        .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)),
  };
}
