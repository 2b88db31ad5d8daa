/** How much of one kind of thing the map covers. */
export interface Share {
  readonly total: number;
  readonly covered: number;
  /** Percent, rounded down: what isn't whole is never 100. */
  readonly percent: number;
  /** What is covered by place, the most first. */
  readonly places: readonly { readonly place: string; readonly count: number }[];
  /** What is nobody's, or as much of one as of another, with the reason. */
  readonly open: readonly { readonly name: string; readonly reason: string }[];
}

/** An entry of the map, with its place there and what it is good for. */
export interface PatternUse {
  readonly pattern: string;
  /** `domains.users.files[0]`. */
  readonly key: string;
  /** `domain-isolation.config.ts:12`. */
  readonly place: string | null;
  readonly domain: string | null;
  /** Files, tables or variables that it matches. */
  readonly matched: number;
  /** Those of them that belong to its domain; the others are claimed by more specific entries. */
  readonly kept: number;
}

/** What can't be seen of one domain, `shared`, or unassigned code. */
export interface Unseen {
  readonly place: string;
  /** Imports that lead nowhere. */
  readonly unresolved: number;
  /** Statements of which some table can't be told. */
  readonly opaque: number;
  readonly statements: number;
}

export interface RuleUse {
  readonly rule: string;
  /** The facts that it was given. */
  readonly facts: number;
  /** It asked for facts and there were none. */
  readonly isIdle: boolean;
}

export interface CoverageReport {
  readonly files: Share;
  readonly tables: Share;
  readonly variables: Share;
  readonly patterns: readonly PatternUse[];
  readonly rules: readonly RuleUse[];
  readonly unseen: readonly Unseen[];
}

export const kinds = ["files", "tables", "variables"] as const;
