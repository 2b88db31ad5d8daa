import { filesNamed, keyText, type Baseline } from "./baseline.js";

/**
 * What two branches have made of one baseline. What either has got rid of is gone, and what either
 * has added is there, so that no merge brings back what somebody repaired.
 */
export function mergeBaselines(base: Baseline, ours: Baseline, theirs: Baseline): Baseline {
  const [before, here, there] = [base, ours, theirs].map(countsOf);
  const all = new Map([...ours.entries, ...theirs.entries].map((entry) => [keyText(entry), entry]));
  const entries = [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, entry]) => {
      const count = mergedCount(before?.get(key) ?? 0, here?.get(key) ?? 0, there?.get(key) ?? 0);
      return count > 0 ? [{ ...entry, count, at: null }] : [];
    });
  const named = new Set(entries.flatMap(filesNamed));
  const sketches = [...theirs.sketches, ...ours.sketches].filter(([file]) => named.has(file));
  return { entries, sketches: new Map(sketches.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Both may have repaired the same one, or added it: that counts once. */
function mergedCount(before: number, ours: number, theirs: number): number {
  if (ours <= before && theirs <= before) return Math.min(ours, theirs);
  if (ours >= before && theirs >= before) return Math.max(ours, theirs);
  return ours + theirs - before;
}

function countsOf({ entries }: Baseline): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const key = keyText(entry);
    counts.set(key, (counts.get(key) ?? 0) + entry.count);
  }
  return counts;
}
