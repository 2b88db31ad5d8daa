import { joinPath } from "../join-path.js";
import type { PathsEntry, TsConfig } from "./read-tsconfig.js";

/** What a tsconfig says that a specifier stands for: absolute paths, to be tried in this order. */
export interface PathsMatch {
  /** How it says so, for people: "paths `@/*`". */
  readonly by: string;
  readonly candidates: readonly string[];
}

/** As TypeScript does it: an exact entry of `paths`, else the longest prefix, else `baseUrl`. */
export function matchPaths(config: TsConfig, specifier: string): PathsMatch | null {
  const entry = bestEntry(config.paths, specifier);
  if (entry) {
    const { pattern, before, after, targets } = entry;
    const rest = specifier.slice(before.length, specifier.length - (after ?? "").length);
    return {
      by: `paths \`${pattern}\``,
      candidates: targets.map((target) => target.replace("*", () => rest)),
    };
  }
  if (!config.baseUrl) return null;
  return { by: "baseUrl", candidates: [joinPath(config.baseUrl, specifier)] };
}

/** Of two that are equally good, the first. */
function bestEntry(entries: readonly PathsEntry[], specifier: string): PathsEntry | null {
  let best: PathsEntry | null = null;
  for (const entry of entries) {
    if (!specifier.startsWith(entry.before) || !matchesRest(entry, specifier)) continue;
    if (entry.after === null) return entry;
    if (!best || entry.before.length > best.before.length) best = entry;
  }
  return best;
}

function matchesRest({ before, after }: PathsEntry, specifier: string): boolean {
  if (after === null) return before === specifier;
  return specifier.length >= before.length + after.length && specifier.endsWith(after);
}
