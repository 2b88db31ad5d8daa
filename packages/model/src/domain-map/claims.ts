import type { MapPath, MapSource } from "../map-source.js";
import type { FileRole, Ownership, Tie } from "./domain-map.js";
import { compilePattern, type Pattern } from "./pattern.js";
import { compareSpecificity } from "./specificity.js";

/** A pattern of the map and what it claims the matching files for. */
export interface Claim extends Ownership {
  readonly compiled: Pattern;
}

export function ownershipClaims(source: MapSource): readonly Claim[] {
  const shared = claimsOf(null, source.shared?.files, ["shared", "files"]);
  const owned = Object.entries(source.domains).flatMap(([domain, entry]) =>
    (["files", "repositories", "entrypoints", "public"] as const).flatMap((key) =>
      claimsOf(domain, entry[key], ["domains", domain, key]),
    ),
  );
  return [...shared, ...owned];
}

export function roleClaims(source: MapSource): Readonly<Record<FileRole, readonly Claim[]>> {
  const ofDomains = (key: "public" | "repositories" | "entrypoints") =>
    Object.entries(source.domains).flatMap(([domain, entry]) =>
      claimsOf(domain, entry[key], ["domains", domain, key]),
    );
  return {
    public: ofDomains("public"),
    repository: ofDomains("repositories"),
    entrypoint: ofDomains("entrypoints"),
    test: claimsOf(null, source.tests, ["tests"]),
  };
}

export function claimsOf(
  domain: string | null,
  patterns: readonly string[] | undefined,
  path: MapPath,
): readonly Claim[] {
  return (patterns ?? []).map((pattern, index) => ({
    domain,
    pattern,
    path: [...path, index],
    compiled: compilePattern(pattern),
  }));
}

/** The most specific claim on a file; ties of different owners are told to `onTie`. */
export function strongestClaim(
  claims: readonly Claim[],
  file: string,
  onTie?: (tie: Tie) => void,
): Claim | null {
  const matching = claims.flatMap((claim) => {
    const specificity = claim.compiled.specificityFor(file);
    return specificity ? [{ claim, specificity }] : [];
  });
  const [first, ...others] = matching.toSorted((a, b) =>
    compareSpecificity(b.specificity, a.specificity),
  );
  if (!first) return null;
  const rival = others.find(
    ({ claim, specificity }) =>
      claim.domain !== first.claim.domain &&
      compareSpecificity(specificity, first.specificity) === 0,
  );
  if (rival && onTie) onTie({ file, first: first.claim, second: rival.claim });
  return first.claim;
}
