import type { Level } from "./finding.js";

/** The domain map as a person writes it. Every path and pattern is relative to the root. */
export interface MapSource<Domain extends string = string> {
  readonly $schema?: string;
  readonly domains: Readonly<Record<Domain, DomainSource<NoInfer<Domain>>>>;
  readonly shared?: SharedSource;
  /** Files that belong to nobody and are not read. */
  readonly ignore?: readonly string[];
  readonly tests?: readonly string[];
  /** Rule ID, or `"*"` for all that are not named, to its level, with options if it has any. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly exemptions?: readonly ExemptionSource<NoInfer<Domain>>[];
}

export type RuleSetting = Level | readonly [Level, RuleOptions];
export type RuleOptions = Readonly<Record<string, string>>;

export interface DomainSource<Domain extends string = string> {
  readonly files?: readonly string[];
  /** The files that other domains may import. Left out: none, unless `mayUse` names this domain. */
  readonly public?: readonly string[];
  readonly repositories?: readonly string[];
  readonly entrypoints?: readonly string[];
  /** File to the exported names in it that this domain owns, whoever owns the file. */
  readonly symbols?: Readonly<Record<string, readonly string[]>>;
  /** The only domains that this one may use. Left out: any, through its public entry. */
  readonly mayUse?: readonly Domain[];
  /** What this domain may do with tables of others. Left out: nothing. */
  readonly mayTouch?: TouchSource<Domain>;
  readonly tables?: readonly string[];
  readonly entities?: readonly string[];
  readonly database?: DatabaseSource;
  readonly migrations?: readonly MigrationSource[];
  /** Columns that mean a row of another domain's table: `redeem_codes.mother_group_id`. */
  readonly softReferences?: Readonly<Record<string, SoftReferenceSource>>;
  readonly env?: readonly string[];
  readonly services?: readonly string[];
}

/** What a column means that no foreign key holds, and what is demanded of it. */
export interface SoftReferenceSource {
  /** The table whose rows it means, with its domain: `pool.mother_groups`. */
  readonly to: string;
  /**
   * `checked`: every value has its row, and who splits the databases wants it verified; `dangling`: a
   * row may be gone; `none`: it only looks like a reference, and `to` says of what.
   */
  readonly policy: SoftReferencePolicy;
}

export const softReferencePolicies = ["checked", "dangling", "none"] as const;
export type SoftReferencePolicy = (typeof softReferencePolicies)[number];

/** Each key permits one kind of crossing, and names the domains whose tables it may reach. */
export interface TouchSource<Domain extends string = string> {
  readonly reads?: readonly Domain[];
  /** Writes and locks; they include reads. */
  readonly writes?: readonly Domain[];
  /** One statement over tables of both domains. */
  readonly joins?: readonly Domain[];
  /** One transaction that writes tables of both, or calls the other domain's repository. */
  readonly transactions?: readonly Domain[];
  /** Relations of an ORM; from either side. */
  readonly relations?: readonly Domain[];
}

export interface SharedSource {
  readonly files?: readonly string[];
  readonly tables?: readonly string[];
  readonly env?: readonly string[];
}

export interface DatabaseSource {
  readonly dialect: "postgresql" | "sqlite" | "mysql";
  /** The environment variable that holds the connection URL. */
  readonly url: string;
}

export interface MigrationSource {
  /** A folder or a pattern of files. */
  readonly path: string;
  readonly format?: string;
}

export interface ExemptionSource<Domain extends string = string> {
  readonly rule: string;
  /** A path or a pattern. */
  readonly file: string;
  readonly to?: Domain;
  readonly reason: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly link?: string;
  /** How many findings it may permit. */
  readonly atMost?: number;
}

/** A place in the map: `["domains", "users", "files", 0]`. */
export type MapPath = readonly (string | number)[];

/** Something invalid in the map, and where. */
export interface MapProblem {
  readonly path: MapPath;
  /** One clear sentence: what, why, what to do. */
  readonly message: string;
  /** Whether the key itself is wrong (unknown), not its value. */
  readonly atKey?: boolean;
}
