import type { Span, Tier } from "./facts.js";

/**
 * Facts about data: which code name stands for which table, what talks to a database, and what is
 * sent there. Like all facts they know no rule and no domain.
 */

/** How a statement touches a table. `lock` is `SELECT … FOR UPDATE` and its kin: it also reads. */
export type TableAccess = "read" | "write" | "lock";

/**
 * How a statement names a table: `direct`, as what it is about; `join`, beside that; `relation`,
 * through a relation of an ORM's entity; `sql`, in the text of a statement.
 */
export type TableVia = "direct" | "join" | "relation" | "sql";

/** One table that a statement touches. `span` is the name where it is written, in the same file. */
export interface TableUse {
  /** The table's name in the database, without its schema; as it is written where nothing tells. */
  readonly name: string;
  /** The schema, where it is written or the entity has one. */
  readonly schema: string | null;
  /** The code's name for it: the ORM's model or class, or the constant that holds the table. */
  readonly entity: string | null;
  readonly access: TableAccess;
  readonly via: TableVia;
  readonly span: Span;
}

interface PlacedFact {
  /** Relative to the root. */
  readonly file: string;
  readonly span: Span;
  readonly tier: Tier;
}

/** One thing sent through a handle. */
export interface StatementFact extends PlacedFact {
  readonly kind: "statement";
  /** `prisma`, `drizzle`, `pg` …: the name of its adapter. */
  readonly library: string;
  /** What the code calls: `findMany`, `insert`, `query`. */
  readonly operation: string;
  /** In the order of their places. Empty where the statement is opaque, or touches no table. */
  readonly tables: readonly TableUse[];
  /** The `id` of the transaction in which it runs, or null. */
  readonly transaction: string | null;
  /** Why its tables, or some of them, can't be told: a clause. Null where all are known. */
  readonly opaque: string | null;
}

/** A code name that stands for a table. */
export interface EntityFact extends PlacedFact {
  readonly kind: "entity";
  readonly library: string;
  readonly name: string;
  /** The table in the database. */
  readonly table: string;
  readonly schema: string | null;
  readonly relations: readonly EntityRelation[];
}

/** A property of an entity that leads to another. */
export interface EntityRelation {
  readonly property: string;
  /** The table at its other end, and the name of its entity. */
  readonly table: string;
  readonly schema: string | null;
  readonly entity: string;
  /** The relation as it is written. */
  readonly span: Span;
}

/** Where a handle comes from. */
export type HandleSource =
  "imported" | "constructed" | "injected" | "returned" | "transaction" | "global";

/** A value that talks to a database, where a file gets hold of it or makes it. */
export interface HandleFact extends PlacedFact {
  readonly kind: "handle";
  readonly library: string;
  /** `client`, `transaction`, `repository`, `model` … */
  readonly role: string;
  /** What the code calls it: `prisma`, `this.db`, `ctx.prisma`. */
  readonly name: string;
  readonly source: HandleSource;
}

/** A transaction: its callback, or the stretch of code between `BEGIN` and `COMMIT`. */
export interface TransactionFact extends PlacedFact {
  readonly kind: "transaction";
  readonly library: string;
  /** Unique in the project: the file and the place, `src/a.ts:120`. */
  readonly id: string;
  /** What is called in it, for those that lead to another domain's repository. */
  readonly calls: readonly TransactionCall[];
}

/** A call of a function of another file from within a transaction. */
export interface TransactionCall {
  readonly name: string;
  /** The file that defines what is called. */
  readonly target: string;
  readonly span: Span;
}

/** A variable of the environment that is read. */
export interface EnvFact extends PlacedFact {
  readonly kind: "env";
  /** Null where `opaque` says why it can't be told. */
  readonly name: string | null;
  readonly opaque: string | null;
}

/** What the public entry or a repository gives away: an entity instead of a plain type. */
export interface LeakFact extends PlacedFact {
  readonly kind: "leak";
  /** The function or method: `findCode`, `CodeRepository.find`. */
  readonly name: string;
  readonly entity: string;
  readonly table: string;
  readonly library: string;
}

/** Everything that is known of one file's touch with data. */
export interface DataFacts {
  readonly entities: readonly EntityFact[];
  readonly handles: readonly HandleFact[];
  readonly statements: readonly StatementFact[];
  readonly transactions: readonly TransactionFact[];
  readonly env: readonly EnvFact[];
  readonly leaks: readonly LeakFact[];
}

/** Of a file that has nothing to do with data. */
export const noDataFacts: DataFacts = {
  entities: [],
  handles: [],
  statements: [],
  transactions: [],
  env: [],
  leaks: [],
};
