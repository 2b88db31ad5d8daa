import type { MapPath, MapProblem, MapSource } from "../map-source.js";
import { ownershipClaims, strongestClaim } from "./claims.js";
import type { Ownership, Tie } from "./domain-map.js";
import { compilePattern } from "./pattern.js";

interface PlacedPattern {
  readonly pattern: string;
  readonly path: MapPath;
  /** Whether the name of a folder stands for all that is in it. */
  readonly folder?: boolean;
}

/**
 * What is wrong with a map in view of the files that there are: patterns that match nothing, and
 * files that two owners claim with equally specific patterns. `ignore` and `tests` may match
 * nothing: they are conventions, good for what is still to come.
 */
export function auditMap(source: MapSource, files: readonly string[]): readonly MapProblem[] {
  const unmatched = patternsOf(source).filter((pattern) => !matchesAny(pattern, files));
  return [...unmatched.map(unmatchedProblem), ...tieProblems(source, files)];
}

function patternsOf(source: MapSource): readonly PlacedPattern[] {
  const domains = Object.entries(source.domains);
  const symbols = domains.flatMap(([domain, { symbols: owned = {} }]) =>
    Object.keys(owned).map((file) => ({
      pattern: file,
      path: ["domains", domain, "symbols", file],
    })),
  );
  const migrations = domains.flatMap(([domain, { migrations: trees = [] }]) =>
    trees.map(({ path }, index) => ({
      pattern: path,
      path: ["domains", domain, "migrations", index, "path"],
      folder: true,
    })),
  );
  const exemptions = (source.exemptions ?? []).map(({ file }, index) => ({
    pattern: file,
    path: ["exemptions", index, "file"],
  }));
  return [...ownershipClaims(source), ...symbols, ...migrations, ...exemptions];
}

function matchesAny({ pattern, folder }: PlacedPattern, files: readonly string[]): boolean {
  const { matches } = compilePattern(pattern);
  const inside = compilePattern(`${pattern.replace(/\/$/u, "")}/**`);
  return files.some((file) => matches(file) || (folder === true && inside.matches(file)));
}

function unmatchedProblem({ pattern, path }: PlacedPattern): MapProblem {
  return {
    path,
    message: `\`${pattern}\` matches no file (git-ignored files do not count); correct the path or remove it`,
    atKey: path.includes("symbols"),
  };
}

function tieProblems(source: MapSource, files: readonly string[]): readonly MapProblem[] {
  const claims = ownershipClaims(source);
  const ties = new Map<string, Tie>();
  for (const file of files) {
    strongestClaim(claims, file, (tie) => {
      const key = JSON.stringify([tie.first.path, tie.second.path]);
      if (!ties.has(key)) ties.set(key, tie);
    });
  }
  return [...ties.values()].map(({ file, first, second }) => ({
    path: second.path,
    message:
      `\`${second.pattern}\` (${ownerName(second)}) and \`${first.pattern}\` (${ownerName(first)}) ` +
      `claim ${file} and neither is more specific; make one of them more specific`,
  }));
}

function ownerName({ domain }: Ownership): string {
  return domain ?? "shared";
}
