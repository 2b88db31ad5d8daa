/** An entry of a map, with what speaks for it. */
export interface ProposedEntry {
  readonly value: string;
  /** A clause for a comment; null where the entry speaks for itself. */
  readonly note: string | null;
}

export interface ProposedMigrations {
  readonly path: string;
  readonly format: string;
  readonly note: string;
}

export interface DomainProposal {
  readonly name: string;
  /** What speaks for it: clauses, a line each. */
  readonly evidence: readonly string[];
  readonly files: readonly ProposedEntry[];
  readonly public: readonly ProposedEntry[];
  readonly repositories: readonly ProposedEntry[];
  readonly entrypoints: readonly ProposedEntry[];
  readonly tables: readonly ProposedEntry[];
  readonly env: readonly ProposedEntry[];
  readonly migrations: readonly ProposedMigrations[];
  /** The only domains that it may use; null where any is. */
  readonly mayUse: readonly string[] | null;
}

/** A domain map that a person may begin with, and why it is as it is. */
export interface MapProposal {
  readonly domains: readonly DomainProposal[];
  readonly shared: {
    readonly files: readonly ProposedEntry[];
    readonly env: readonly ProposedEntry[];
  };
  readonly ignore: readonly string[];
  readonly tests: readonly string[];
  /** What stays with nobody, or could not be translated, and why: clauses, a line each. */
  readonly remarks: readonly string[];
}

/** A domain of which only the name is known. */
export function emptyDomain(name: string): DomainProposal {
  return {
    name,
    evidence: [],
    files: [],
    public: [],
    repositories: [],
    entrypoints: [],
    tables: [],
    env: [],
    migrations: [],
    mayUse: null,
  };
}
