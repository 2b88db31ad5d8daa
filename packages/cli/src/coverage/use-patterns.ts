import {
  claimsOf,
  compileTablePattern,
  ownershipClaims,
  type Claim,
  type DomainMap,
  type MapPath,
} from "@domain-isolation/model";
import type { PatternUse } from "./coverage-report.js";

/** The names that entries of the map are about. */
export interface Names {
  readonly files: readonly string[];
  readonly tables: readonly string[];
  readonly variables: readonly string[];
}

/** How many files, tables and variables each entry of the map matches, and keeps for its domain. */
export function usePatterns(map: DomainMap, names: Names): readonly PatternUse[] {
  const fileOwner = (name: string) => map.owner(name)?.domain;
  const envOwner = (name: string) => map.envOwner(name)?.domain;
  return [
    ...ownershipClaims(map.source).map((claim) => useOf(claim, names.files, map, fileOwner)),
    ...tableEntries(map).map((claim) =>
      useOf(claim, names.tables, map, (name) => tableOwner(map, name, claim.domain)),
    ),
    ...envEntries(map).map((claim) => useOf(claim, names.variables, map, envOwner)),
  ];
}

function useOf(
  { pattern, domain, path, compiled }: Claim,
  names: readonly string[],
  map: DomainMap,
  ownerOf: (name: string) => string | null | undefined,
): PatternUse {
  const matched = names.filter((name) => compiled.matches(name));
  return {
    pattern,
    key: keyOf(path),
    place: map.place(path),
    domain,
    matched: matched.length,
    kept: matched.filter((name) => ownerOf(name) === domain).length,
  };
}

/** Whose a table is in the eyes of a domain: two may each have one of that name. */
function tableOwner(
  map: DomainMap,
  name: string,
  askedBy: string | null,
): string | null | undefined {
  const owner = map.tableOwner({ name, schema: null, entity: null }, askedBy);
  return "claim" in owner ? owner.claim.domain : undefined;
}

function tableEntries({ source }: DomainMap): readonly Claim[] {
  const entries = [
    ...claimsOf(null, source.shared?.tables, ["shared", "tables"]),
    ...Object.entries(source.domains).flatMap(([domain, { tables }]) =>
      claimsOf(domain, tables, ["domains", domain, "tables"]),
    ),
  ];
  return entries.map((entry) => ({ ...entry, compiled: compileTablePattern(entry.pattern) }));
}

function envEntries({ source }: DomainMap): readonly Claim[] {
  return [
    ...claimsOf(null, source.shared?.env, ["shared", "env"]),
    ...Object.entries(source.domains).flatMap(([domain, { env }]) =>
      claimsOf(domain, env, ["domains", domain, "env"]),
    ),
  ];
}

function keyOf(path: MapPath): string {
  return path
    .map((part) => (typeof part === "number" ? `[${String(part)}]` : `.${part}`))
    .join("")
    .replace(/^\./u, "");
}
