import type { Span } from "./facts.js";
import type { DatabaseSource } from "./map-source.js";

/**
 * What a database holds, as far as its migrations or its models tell: facts, serializable, with the
 * place where each was written last.
 */

export type Dialect = DatabaseSource["dialect"];

/** Where something is written: a file, relative to the root, and offsets in it. */
export interface SourcePlace {
  readonly file: string;
  readonly span: Span;
}

/** The name of an object of a database, as the database has it: without quotes, folded. */
export interface ObjectName {
  /** Null in SQLite, and in MySQL where no database is written. */
  readonly schema: string | null;
  readonly name: string;
}

/** An object where a definition names it. */
export interface NamedObject extends ObjectName {
  readonly namedAt: SourcePlace;
}

interface Placed {
  readonly definedAt: SourcePlace;
}

/** Everything is in the order of schemas and names; columns stand as in the database. */
export interface Schema {
  readonly dialect: Dialect;
  readonly tables: readonly Table[];
  readonly views: readonly View[];
  readonly sequences: readonly Sequence[];
  readonly types: readonly UserType[];
  readonly routines: readonly Routine[];
  readonly triggers: readonly Trigger[];
}

export interface Table extends ObjectName, Placed {
  readonly kind: "table" | "partitioned" | "foreign" | "virtual";
  readonly columns: readonly Column[];
  readonly primaryKey: Key | null;
  readonly uniques: readonly Key[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Conditions that rows fulfil: `CHECK`, and PostgreSQL's `EXCLUDE`. */
  readonly checks: readonly Check[];
  /** Without those that keys and constraints bring along. */
  readonly indexes: readonly Index[];
  /** The tables that it inherits from. */
  readonly inherits: readonly ObjectName[];
  readonly partitionOf: ObjectName | null;
  readonly comment: string | null;
}

export interface Column extends Placed {
  readonly name: string;
  /**
   * PostgreSQL: as `format_type` gives it, `character varying(255)`; SQLite: as it was declared, and
   * empty where nothing was; MySQL: as `information_schema.columns.column_type` has it.
   */
  readonly type: string;
  readonly nullable: boolean;
  /** The expression as it was written; `nextval(…)` for a serial one. */
  readonly default: string | null;
  /** Numbers that the database gives out: `GENERATED … AS IDENTITY`, `AUTO_INCREMENT`. */
  readonly identity: "always" | "by default" | null;
  /** The expression of a generated column. */
  readonly generated: string | null;
  readonly comment: string | null;
}

/** A primary key, or a unique constraint. */
export interface Key extends Placed {
  /** Null where the database gives it none, or one that can't be told. */
  readonly name: string | null;
  readonly columns: readonly string[];
}

export const referentialActions = [
  "no action",
  "restrict",
  "cascade",
  "set null",
  "set default",
] as const;
export type ReferentialAction = (typeof referentialActions)[number];

export interface ForeignKey extends Placed {
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly references: ObjectName & {
    /** Empty where the key of the other table is meant, and that is not known. */
    readonly columns: readonly string[];
  };
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
}

export interface Check extends Placed {
  readonly name: string | null;
  readonly kind: "check" | "exclude";
  /** As it was written, without the outer parentheses of a check. */
  readonly expression: string;
}

export interface Index extends Placed {
  readonly name: string;
  readonly unique: boolean;
  /** Columns by their names, expressions as they were written; with what follows: `DESC`. */
  readonly parts: readonly IndexPart[];
  /** Columns that are only kept along: `INCLUDE`. */
  readonly include: readonly string[];
  /** `btree`, `gin` …; null where it is the usual one. */
  readonly method: string | null;
  /** The condition of a partial index. */
  readonly where: string | null;
}

export interface IndexPart {
  readonly column: string | null;
  readonly expression: string | null;
  /** `desc nulls last`, an operator class, a collation: lower case, as written; empty for none. */
  readonly options: string;
}

export interface View extends ObjectName, Placed {
  readonly kind: "view" | "materialized";
  readonly definition: string;
  /** The tables and views that it is made of, functions not looked into. */
  readonly reads: readonly NamedObject[];
  /** Of a materialized view. */
  readonly indexes: readonly Index[];
}

export interface Sequence extends ObjectName, Placed {
  readonly ownedBy: (ObjectName & { readonly column: string }) | null;
}

export interface UserType extends ObjectName, Placed {
  readonly kind: "enum" | "domain" | "composite" | "range";
  /** The values of an enum in their order. */
  readonly values: readonly string[];
}

export interface Routine extends ObjectName, Placed {
  readonly kind: "function" | "procedure" | "aggregate";
  /** The types of its arguments, by which PostgreSQL tells functions of one name apart. */
  readonly arguments: readonly string[];
  /** The tables that its body names, as far as it can be read. */
  readonly reads: readonly NamedObject[];
  readonly writes: readonly NamedObject[];
}

export interface Trigger extends Placed {
  readonly name: string;
  readonly table: ObjectName;
  /** The function that it calls, in PostgreSQL. */
  readonly routine: ObjectName | null;
  /** The tables that its body names, in SQLite and MySQL. */
  readonly reads: readonly NamedObject[];
  readonly writes: readonly NamedObject[];
}
