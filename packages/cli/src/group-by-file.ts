import type { PlacedFinding } from "./report.js";

/** Findings by their files, in the order in which they come. */
export function groupByFile(
  findings: readonly PlacedFinding[],
): ReadonlyMap<string, readonly PlacedFinding[]> {
  const groups = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const own = groups.get(finding.file);
    if (own) own.push(finding);
    else groups.set(finding.file, [finding]);
  }
  return groups;
}
