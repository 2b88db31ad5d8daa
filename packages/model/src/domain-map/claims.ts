import type { MapPath, MapSource } from "../map-source.js";
import type { FileRole, Ownership, Tie } from "./domain-map.js";
import { comparePatterns, compilePattern, type Pattern } from "./pattern.js";

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
  let best: Claim | null = null;
  let rival: Claim | null = null;
  for (const claim of claims) {
    if (!claim.compiled.matches(file)) continue;
    const order = best ? comparePatterns(claim.compiled, best.compiled) : 1;
    if (order > 0) [best, rival] = [claim, null];
    else if (order === 0 && best && claim.domain !== best.domain) rival = claim;
  }
  if (best && rival && onTie) onTie({ file, first: best, second: rival });
  return best;
}
