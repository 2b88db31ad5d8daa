import type {
  ExemptionSource,
  MapPath,
  MapSource,
  RuleOptions,
  TouchSource,
} from "../map-source.js";
import type { Level } from "../finding.js";
import type { SourcePlace } from "../schema.js";
import type { Rule } from "../rule.js";

/** Who owns something, and which entry of the map says so. */
export interface Ownership {
  /** The domain, or null for shared code. */
  readonly domain: string | null;
  /** The pattern or name in the map that decided, as it is written there. */
  readonly pattern: string;
  readonly path: MapPath;
}

export const fileRoles = ["public", "repository", "migration", "entrypoint", "test"] as const;
export type FileRole = (typeof fileRoles)[number];

/** Two owners that claim one file with equally specific patterns. */
export interface Tie {
  readonly file: string;
  readonly first: Ownership;
  readonly second: Ownership;
}

/** What a table is called where it is declared or touched. */
export interface TableName {
  readonly name: string;
  /** Null where none is written. */
  readonly schema: string | null;
  /** The code's name for it, where it has one. */
  readonly entity: string | null;
}

/**
 * Whose a table is: a domain's, of every database (`shared`), the database's or a tool's own books
 * (`internal`), nobody's, or of one of several that the map can't tell apart.
 */
export type TableOwner =
  | { readonly kind: "owned"; readonly domain: string; readonly claim: Ownership }
  | { readonly kind: "shared"; readonly claim: Ownership }
  | { readonly kind: "internal" | "unowned" }
  | { readonly kind: "ambiguous"; readonly claims: readonly Ownership[] };

/** What a domain may be permitted to do with tables of another. */
export type Touch = keyof TouchSource;

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
  /** The patterns of the files that talk to a domain's database; empty where the map names none. */
  repositories(domain: string): readonly string[];
  /** Whose a table is, seen from code of a domain: two domains may each have a `settings`. */
  tableOwner(table: TableName, askedBy: string | null): TableOwner;
  /** Whose an environment variable is; null for nobody's. */
  envOwner(name: string): Ownership | null;
  /** Whether code of one domain may do this with tables of another. */
  mayTouch(from: string, to: string, touch: Touch): boolean;
  ruleSetting(id: string, rule: Rule): { readonly level: Level; readonly options: RuleOptions };
  readonly exemptions: readonly ExemptionSource[];
  /** The line of the map for a path of it, as `domain-isolation.config.ts:14`; null if unknown. */
  place(path: MapPath): string | null;
  /** The same as a stretch of the configuration file, relative to its folder; null if unknown. */
  sourcePlace(path: MapPath): SourcePlace | null;
}

/**
 * Whether code of one domain may import a file of another: `legal`; `private` where the file is not
 * the public entry; `undeclared` where `mayUse` is given and does not name the other domain.
 */
export type Crossing = "legal" | "private" | "undeclared";
