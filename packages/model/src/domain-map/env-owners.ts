import type { MapSource } from "../map-source.js";
import { claimsOf, strongestClaim, type Claim } from "./claims.js";
import type { Ownership } from "./domain-map.js";
import { compilePattern } from "./pattern.js";

/** Answers whose an environment variable is: a domain's, shared, or null for nobody's. */
export function createEnvOwners(source: MapSource): (name: string) => Ownership | null {
  const all = envClaims(source);
  return (name) => strongestClaim(all, name);
}

/** Every entry of the map that claims variables. */
export function envClaims(source: MapSource): readonly Claim[] {
  const claims = [
    ...claimsOf(null, source.shared?.env, ["shared", "env"]),
    ...Object.entries(source.domains).flatMap(([domain, { env }]) =>
      claimsOf(domain, env, ["domains", domain, "env"]),
    ),
  ];
  const named = new Set(claims.map(({ pattern }) => pattern));
  return [...claims, ...databaseClaims(source).filter(({ pattern }) => !named.has(pattern))];
}

/** The variable with the URL of a database is its domain's, as long as that has it for itself. */
function databaseClaims({ domains }: MapSource): readonly Claim[] {
  const urls = Object.values(domains).map(({ database }) => database?.url);
  return Object.entries(domains).flatMap(([domain, { database }]) => {
    const pattern = database?.url;
    if (pattern === undefined || urls.filter((url) => url === pattern).length > 1) return [];
    const path = ["domains", domain, "database", "url"];
    return [{ domain, pattern, path, compiled: compilePattern(pattern) }];
  });
}
