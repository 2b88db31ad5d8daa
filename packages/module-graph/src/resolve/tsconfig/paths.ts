import { posix } from "node:path";
import type { TsConfig } from "./read-tsconfig.js";

/** What a tsconfig says that a specifier stands for: absolute paths, to be tried in this order. */
export interface PathsMatch {
  /** How it says so, for people: "paths `@/*`". */
  readonly by: string;
  readonly candidates: readonly string[];
}

/** As TypeScript does it: an exact entry of `paths`, else the longest prefix, else `baseUrl`. */
export function matchPaths(config: TsConfig, specifier: string): PathsMatch | null {
  const entry = config.paths
    .filter(({ pattern }) => matches(pattern, specifier))
    .reduce<TsConfig["paths"][number] | null>(
      (best, found) => (best && rank(found.pattern) <= rank(best.pattern) ? best : found),
      null,
    );
  if (entry) {
    const rest = matched(entry.pattern, specifier);
    return {
      by: `paths \`${entry.pattern}\``,
      candidates: entry.targets.map((target) => target.replace("*", () => rest)),
    };
  }
  if (!config.baseUrl) return null;
  return { by: "baseUrl", candidates: [posix.join(config.baseUrl, specifier)] };
}

function matches(pattern: string, specifier: string): boolean {
  const [before = "", after] = pattern.split("*", 2);
  if (after === undefined) return pattern === specifier;
  const isLong = specifier.length >= before.length + after.length;
  return isLong && specifier.startsWith(before) && specifier.endsWith(after);
}

function rank(pattern: string): number {
  const star = pattern.indexOf("*");
  return star < 0 ? Infinity : star;
}

function matched(pattern: string, specifier: string): string {
  const [before = "", after = ""] = pattern.split("*", 2);
  return specifier.slice(before.length, specifier.length - after.length);
}
