import type { MapPath, MapProblem, MapSource } from "../map-source.js";
import { claimsOf, ownershipClaims, strongestClaim } from "./claims.js";
import type { Ownership, Tie } from "./domain-map.js";
import { compilePattern } from "./pattern.js";

/** A pattern that must match a file. */
interface Expectation {
  readonly pattern: string;
  readonly path: MapPath;
  readonly atKey?: boolean;
  readonly matches: (file: string) => boolean;
}

/**
 * What is wrong with a map in view of the files that there are: patterns that match nothing, and
 * files that two owners claim with equally specific patterns. `ignore` and `tests` may match
 * nothing: they are conventions, good for what is still to come. What `ignore` names is nobody's,
 * so it doesn't count as a match.
 */
export function auditMap(source: MapSource, files: readonly string[]): readonly MapProblem[] {
  const ignored = claimsOf(null, source.ignore, ["ignore"]);
  const counted = files.filter((file) => !ignored.some(({ compiled }) => compiled.matches(file)));
  const unmatched = expectations(source).filter(({ matches }) => !counted.some(matches));
  return [...unmatched.map(unmatchedProblem), ...tieProblems(source, counted)];
}

function expectations(source: MapSource): readonly Expectation[] {
  const owned = ownershipClaims(source).map((claim) => ({
    ...claim,
    matches: claim.compiled.matches,
  }));
  const exemptions = (source.exemptions ?? []).map(({ file }, index) => ({
    pattern: file,
    path: ["exemptions", index, "file"],
    matches: compilePattern(file).matches,
  }));
  const domains = Object.keys(source.domains);
  return [...owned, ...domains.flatMap((domain) => symbolFiles(source, domain)), ...exemptions];
}

function symbolFiles(source: MapSource, domain: string): readonly Expectation[] {
  return Object.keys(source.domains[domain]?.symbols ?? {}).map((file) => ({
    pattern: file,
    path: ["domains", domain, "symbols", file],
    atKey: true,
    matches: compilePattern(file).matches,
  }));
}

function unmatchedProblem({ pattern, path, atKey }: Expectation): MapProblem {
  return {
    path,
    message:
      `\`${pattern}\` matches no file (those that git or \`ignore\` leaves out do not count); ` +
      `correct the path or remove it`,
    atKey: atKey ?? false,
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
