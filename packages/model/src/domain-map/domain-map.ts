import type { ExemptionSource, MapPath, MapSource, RuleOptions } from "../map-source.js";
import type { Level } from "../finding.js";
import type { Rule } from "../rule.js";

/** Who owns something, and which entry of the map says so. */
export interface Ownership {
  /** The domain, or null for shared code. */
  readonly domain: string | null;
  /** The pattern or name in the map that decided, as it is written there. */
  readonly pattern: string;
  readonly path: MapPath;
}

export const fileRoles = ["public", "repository", "entrypoint", "test"] as const;
export type FileRole = (typeof fileRoles)[number];

/** Two owners that claim one file with equally specific patterns. */
export interface Tie {
  readonly file: string;
  readonly first: Ownership;
  readonly second: Ownership;
}

/** The domain map, compiled into look-ups. */
export interface DomainMap {
  readonly source: MapSource;
  readonly domains: readonly string[];
  /** Null for a file that is nobody's: unassigned, or ignored. */
  owner(file: string): Ownership | null;
  isIgnored(file: string): boolean;
  hasRole(file: string, role: FileRole): boolean;
  /** The owner of one exported name, where the map gives it one of its own. */
  symbolOwner(file: string, name: string): Ownership | null;
  /** The names of a file that have an owner of their own. */
  ownedSymbols(file: string): readonly string[];
  crossing(from: string, to: string, file: string): Crossing;
  publicEntries(domain: string): readonly string[];
  ruleSetting(id: string, rule: Rule): { readonly level: Level; readonly options: RuleOptions };
  readonly exemptions: readonly ExemptionSource[];
  /** The line of the map for a path of it, as `domain-isolation.config.ts:14`; null if unknown. */
  place(path: MapPath): string | null;
}

/**
 * Whether code of one domain may import a file of another: `legal`; `private` where the file is not
 * the public entry; `undeclared` where `mayUse` is given and does not name the other domain.
 */
export type Crossing = "legal" | "private" | "undeclared";
