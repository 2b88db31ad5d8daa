import type { PlacedFinding } from "./report.js";

/**
 * The files on the way from a finding to what it reaches, the finding's own first; null where
 * nothing lies between. Rules give it as `path` or `chain` of their data.
 */
export function chainOf({
  data,
  file,
}: Pick<PlacedFinding, "data" | "file">): readonly string[] | null {
  const steps = data.chain ?? data.path;
  if (steps === undefined || typeof steps === "string") return null;
  const chain = steps[0] === file ? steps : [file, ...steps];
  return chain.length > 2 ? chain : null;
}
