import type { Level } from "../finding.js";
import type { MapPath, MapSource, RuleOptions } from "../map-source.js";
import type { Rule } from "../rule.js";
import type { SourcePlace } from "../schema.js";
import { claimsOf, createClaimFinder, ownershipClaims, roleClaims } from "./claims.js";
import type { Crossing, DomainMap, FileRole, Ownership, Touch } from "./domain-map.js";
import { compilePattern } from "./pattern.js";
import { createTableOwners } from "./table-owners.js";
import { createEnvOwners } from "./env-owners.js";

/** Says where a path of the map stands, as `domain-isolation.config.ts:14`. */
export type PlaceOf = (path: MapPath) => string | null;

/** Says where a path of the map stands, for findings about the map itself. */
export type SourceOf = (path: MapPath) => SourcePlace | null;

/** Compiles a valid map. What may be wrong with it is found by `validate` and `auditMap`. */
export function compileMap(
  source: MapSource,
  placeOf: PlaceOf = () => null,
  sourceOf: SourceOf = () => null,
): DomainMap {
  const ignored = createClaimFinder(claimsOf(null, source.ignore, ["ignore"]));
  const owners = createClaimFinder(ownershipClaims(source));
  const roles = roleClaims(source);
  const symbols = symbolOwners(source);
  const symbolNames = new Map([...symbols].map(([file, owned]) => [file, [...owned.keys()]]));
  const isIgnored = remember((file) => ignored(file) !== null);
  const owner = remember((file) => (isIgnored(file) ? null : owners(file)));

  const hasRole = (file: string, role: FileRole): boolean =>
    roles[role].some((claim) => claim.compiled.matches(file) && belongs(claim, role, owner(file)));

  return {
    source,
    domains: Object.keys(source.domains),
    owner,
    isIgnored,
    hasRole,
    symbolOwner: (file, name) => symbols.get(file)?.get(name) ?? null,
    ownedSymbols: (file) => symbolNames.get(file) ?? none,
    crossing: (from, to, file) =>
      crossing(source, from, to, () => owner(file)?.domain === to && hasRole(file, "public")),
    publicEntries: (domain) => source.domains[domain]?.public ?? none,
    repositories: (domain) => source.domains[domain]?.repositories ?? none,
    tableOwner: createTableOwners(source),
    envOwner: createEnvOwners(source),
    mayTouch: (from, to, touch) => mayTouch(source, from, to, touch),
    ruleSetting: (id, rule) => ruleSetting(source, id, rule),
    exemptions: source.exemptions ?? [],
    place: placeOf,
    sourcePlace: sourceOf,
  };
}

const none: readonly string[] = [];

/** A role holds in its own domain only: `**` in users' `public` opens no file of pool. */
function belongs(claim: Ownership, role: FileRole, owner: Ownership | null): boolean {
  return role === "test" || claim.domain === (owner?.domain ?? null);
}

function crossing(
  source: MapSource,
  from: string,
  to: string,
  isPublicFile: () => boolean,
): Crossing {
  if (from === to) return "legal";
  const mayUse = source.domains[from]?.mayUse;
  if (mayUse && !mayUse.includes(to)) return "undeclared";
  const entries = source.domains[to]?.public ?? [];
  if (entries.length === 0) return mayUse ? "legal" : "private";
  return isPublicFile() ? "legal" : "private";
}

/** ORMs want a relation written on both sides, so either side may permit it. */
function mayTouch({ domains }: MapSource, from: string, to: string, touch: Touch): boolean {
  const permits = (domain: string, key: Touch, other: string) =>
    domains[domain]?.mayTouch?.[key]?.includes(other) ?? false;
  if (from === to || permits(from, touch, to)) return true;
  if (touch === "reads") return permits(from, "writes", to);
  return touch === "relations" && permits(to, touch, from);
}

function symbolOwners(source: MapSource): Map<string, Map<string, Ownership>> {
  const files = new Map<string, Map<string, Ownership>>();
  for (const [domain, entry] of Object.entries(source.domains)) {
    for (const [file, names] of Object.entries(entry.symbols ?? {})) {
      const path = compilePattern(file).path ?? file;
      const owned = files.get(path) ?? new Map<string, Ownership>();
      files.set(path, owned);
      names.forEach((pattern, index) => {
        owned.set(pattern, { domain, pattern, path: ["domains", domain, "symbols", file, index] });
      });
    }
  }
  return files;
}

function ruleSetting(
  source: MapSource,
  id: string,
  rule: Rule,
): { level: Level; options: RuleOptions } {
  const setting = source.rules?.[id];
  const fallback = source.rules?.["*"];
  const [level, options] =
    typeof setting === "string" ? [setting, {}] : (setting ?? [undefined, {}]);
  const general = typeof fallback === "string" ? fallback : fallback?.[0];
  const defaults = Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([key, option]) => [key, option.values[0] ?? ""]),
  );
  return { level: level ?? general ?? rule.level, options: { ...defaults, ...options } };
}

function remember<Result>(look: (file: string) => Result): (file: string) => Result {
  const known = new Map<string, Result>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const result = look(file);
    known.set(file, result);
    return result;
  };
}
