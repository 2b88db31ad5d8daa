import type {
  Check,
  Column,
  ForeignKey,
  Index,
  Key,
  Routine,
  SourcePlace,
  Span,
  Table,
  UserType,
  View,
} from "@domain-isolation/model";

/** The name of an object where a change writes it. */
export interface PlacedName {
  /** Null where none is written: what it means is the replay's to say. */
  readonly schema: string | null;
  readonly name: string;
  /** In the file of the change. */
  readonly span: Span;
}

interface ChangeBase {
  /** The statement or call that makes it. */
  readonly at: SourcePlace;
  /** Nothing is wrong where it can't be made: the migration asks before, or catches the error. */
  readonly tolerant?: boolean;
}

/** What is done whether or not the object is there. */
interface Drop extends ChangeBase {
  readonly name: PlacedName;
  readonly ifExists: boolean;
  /** Whatever depends on it goes too. */
  readonly cascade: boolean;
}

/**
 * A column as it is defined; keys that are written beside it are constraints of the change.
 * `serial` makes a sequence of its own.
 */
export interface ColumnDefinition extends Column {
  readonly serial: boolean;
  /** The sequence of an identity, where it is given a name. */
  readonly sequence?: PlacedName;
}

/** A constraint as it is defined; a name that is null is the database's to give. */
export type Constraint =
  | (Key & { readonly kind: "primary key" | "unique"; readonly usingIndex?: string })
  | (Omit<ForeignKey, "references"> & {
      readonly kind: "foreign key";
      readonly references: PlacedName & { readonly columns: readonly string[] };
    })
  | Check;

/** An index as it is defined; a name that is null is the database's to give. */
export type IndexDefinition = Omit<Index, "name"> & { readonly name: PlacedName | null };

export interface CreateTable extends ChangeBase {
  readonly kind: "create table";
  readonly name: PlacedName;
  readonly ifNotExists: boolean;
  readonly temporary: boolean;
  readonly tableKind: Table["kind"];
  readonly columns: readonly ColumnDefinition[];
  readonly constraints: readonly Constraint[];
  /** Indexes that MySQL writes among the columns. */
  readonly indexes: readonly IndexDefinition[];
  /** Tables whose columns it takes over. */
  readonly like: readonly TableLike[];
  readonly inherits: readonly PlacedName[];
  readonly partitionOf: PlacedName | null;
  /** The query whose result it holds: `CREATE TABLE … AS`. */
  readonly as: Query | null;
  readonly comment: string | null;
}

export interface TableLike {
  readonly name: PlacedName;
  /** How many of the table's own columns stand before those; none where it isn't said. */
  readonly position?: number;
  /** What is taken over beside columns and `NOT NULL`. */
  readonly including: readonly (
    "defaults" | "constraints" | "indexes" | "identity" | "generated" | "comments"
  )[];
}

/** A query within a definition. */
export interface Query {
  readonly text: string;
  readonly reads: readonly PlacedName[];
  /** The columns of its result, where the text tells them; null where it doesn't (`SELECT *`). */
  readonly columns: readonly string[] | null;
  /** For each of the columns the one that it passes on as it is; null for another expression. */
  readonly origins?: readonly (string | null)[];
}

export interface DropTable extends Drop {
  readonly kind: "drop table";
}

/** Of a table, a view, a sequence, a type or an index. */
export interface Rename extends ChangeBase {
  readonly kind: "rename";
  readonly object: "table" | "view" | "sequence" | "type" | "index" | "schema" | "routine";
  readonly name: PlacedName;
  /** Which of the routines of one name, where they are told. */
  readonly arguments?: readonly string[];
  readonly to: string;
  readonly ifExists: boolean;
  /** The table of an index, where the dialect names it too. */
  readonly table?: PlacedName;
}

export interface SetSchema extends ChangeBase {
  readonly kind: "set schema";
  readonly object: "table" | "view" | "sequence" | "type" | "routine";
  readonly name: PlacedName;
  /** Which of the routines of one name, where they are told. */
  readonly arguments?: readonly string[];
  readonly to: string;
  readonly ifExists: boolean;
}

interface TableChange extends ChangeBase {
  readonly table: PlacedName;
  /** Nothing is done where the table isn't there. */
  readonly ifTableExists: boolean;
  /** Tables that inherit from it stay as they are: `ALTER TABLE ONLY`. */
  readonly only?: boolean;
}

export interface AddColumn extends TableChange {
  readonly kind: "add column";
  readonly ifNotExists: boolean;
  readonly column: ColumnDefinition;
  readonly constraints: readonly Constraint[];
  /** MySQL's `FIRST` and `AFTER`; null for the end. */
  readonly position: "first" | { readonly after: string } | null;
}

export interface DropColumn extends TableChange {
  readonly kind: "drop column";
  readonly column: string;
  readonly ifExists: boolean;
  readonly cascade: boolean;
}

export interface RenameColumn extends TableChange {
  readonly kind: "rename column";
  readonly column: string;
  readonly to: string;
}

/** What is left out stays as it is. */
export interface AlterColumn extends TableChange {
  readonly kind: "alter column";
  readonly column: string;
  readonly set: Partial<
    Pick<Column, "type" | "nullable" | "default" | "identity" | "generated" | "comment">
  >;
  /** Where MySQL's `MODIFY` moves it; left out where it stays. */
  readonly position?: AddColumn["position"];
  /** The sequence of an identity, where it is given a name. */
  readonly sequence?: PlacedName;
}

export interface AddConstraint extends TableChange {
  readonly kind: "add constraint";
  readonly constraint: Constraint;
}

export interface DropConstraint extends TableChange {
  readonly kind: "drop constraint";
  /** Null for the primary key, where the dialect knows it without a name. */
  readonly name: string | null;
  /** Where it is known by its columns instead: SQLite's keys have no names. */
  readonly columns?: readonly string[];
  /** Which kind of constraint is meant, where the statement says it. */
  readonly constraint: "primary key" | "foreign key" | "unique" | "check" | null;
  readonly ifExists: boolean;
  readonly cascade: boolean;
}

export interface RenameConstraint extends TableChange {
  readonly kind: "rename constraint";
  readonly name: string;
  readonly to: string;
}

export interface AlterTable extends TableChange {
  readonly kind: "attach partition" | "detach partition" | "inherit" | "no inherit";
  /** The partition, or the parent. */
  readonly other: PlacedName;
}

/** Something about a table that a schema doesn't hold: its owner, row security, a policy, storage. */
export interface SetOptions extends TableChange {
  readonly kind: "set options";
}

/** An object of a database; null takes the comment away. */
export interface Comment extends ChangeBase {
  readonly kind: "comment";
  readonly table: PlacedName;
  readonly column: string | null;
  readonly text: string | null;
}

export interface CreateIndex extends ChangeBase {
  readonly kind: "create index";
  readonly table: PlacedName;
  readonly index: IndexDefinition;
  readonly ifNotExists: boolean;
}

export interface DropIndex extends Drop {
  readonly kind: "drop index";
  /** Where the dialect names the table too. */
  readonly table: PlacedName | null;
}

export interface CreateView extends ChangeBase {
  readonly kind: "create view";
  readonly name: PlacedName;
  readonly viewKind: View["kind"];
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly temporary: boolean;
  readonly query: Query;
}

export interface DropView extends Drop {
  readonly kind: "drop view";
}

export interface CreateSequence extends ChangeBase {
  readonly kind: "create sequence";
  readonly name: PlacedName;
  readonly ifNotExists: boolean;
  readonly ownedBy: OwnerColumn | null;
}

export interface AlterSequence extends ChangeBase {
  readonly kind: "alter sequence";
  readonly name: PlacedName;
  readonly ownedBy: OwnerColumn | null;
}

export interface OwnerColumn {
  readonly table: PlacedName;
  readonly column: string;
}

export interface DropSequence extends Drop {
  readonly kind: "drop sequence";
}

export interface CreateType extends ChangeBase {
  readonly kind: "create type";
  readonly name: PlacedName;
  readonly type: UserType["kind"];
  readonly values: readonly string[];
}

export interface AddEnumValue extends ChangeBase {
  readonly kind: "add enum value";
  readonly name: PlacedName;
  readonly value: string;
  readonly ifNotExists: boolean;
  readonly position: { readonly before: string } | { readonly after: string } | null;
}

export interface RenameEnumValue extends ChangeBase {
  readonly kind: "rename enum value";
  readonly name: PlacedName;
  readonly value: string;
  readonly to: string;
}

export interface DropType extends Drop {
  readonly kind: "drop type";
}

export interface CreateRoutine extends ChangeBase {
  readonly kind: "create routine";
  readonly name: PlacedName;
  readonly routine: Routine["kind"];
  readonly arguments: readonly string[];
  readonly orReplace: boolean;
  readonly reads: readonly PlacedName[];
  readonly writes: readonly PlacedName[];
}

export interface DropRoutine extends Drop {
  readonly kind: "drop routine";
  /** Null where the name alone tells it. */
  readonly arguments: readonly string[] | null;
}

export interface CreateTrigger extends ChangeBase {
  readonly kind: "create trigger";
  /** Of the connection alone, in SQLite. */
  readonly temporary?: boolean;
  readonly name: string;
  readonly table: PlacedName;
  readonly routine: PlacedName | null;
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly reads: readonly PlacedName[];
  readonly writes: readonly PlacedName[];
}

export interface RenameTrigger extends TableChange {
  readonly kind: "rename trigger";
  readonly name: string;
  readonly to: string;
}

export interface DropTrigger extends ChangeBase {
  readonly kind: "drop trigger";
  readonly name: string;
  /** Null in SQLite and MySQL, where the name alone tells it. */
  readonly table: PlacedName | null;
  readonly ifExists: boolean;
  readonly cascade: boolean;
}

export interface CreateSchema extends ChangeBase {
  readonly kind: "create schema";
  readonly name: PlacedName;
  readonly ifNotExists: boolean;
}

export interface DropSchema extends Drop {
  readonly kind: "drop schema";
}

/** Where names without a schema are looked for, and made, from here on. */
export interface SetSearchPath extends ChangeBase {
  readonly kind: "set search path";
  /** Null for what it was at first. */
  readonly schemas: readonly string[] | null;
}

/** A query within a migration: it changes rows, not the schema. */
export interface ChangeRows extends ChangeBase {
  readonly kind: "change rows";
  readonly reads: readonly PlacedName[];
  readonly writes: readonly PlacedName[];
}

/** Something that can't be read; `reason` is a clause. What is known of its tables is told. */
export interface OpaqueChange extends ChangeBase {
  readonly kind: "opaque";
  readonly reason: string;
  /** A database would refuse it too: it is no statement of the dialect. */
  readonly isBroken?: boolean;
  readonly reads: readonly PlacedName[];
  readonly writes: readonly PlacedName[];
}

/** One step of a migration. */
export type Change =
  | CreateTable
  | DropTable
  | Rename
  | SetSchema
  | AddColumn
  | DropColumn
  | RenameColumn
  | AlterColumn
  | AddConstraint
  | DropConstraint
  | RenameConstraint
  | AlterTable
  | SetOptions
  | Comment
  | CreateIndex
  | DropIndex
  | CreateView
  | DropView
  | CreateSequence
  | AlterSequence
  | DropSequence
  | CreateType
  | AddEnumValue
  | RenameEnumValue
  | DropType
  | CreateRoutine
  | DropRoutine
  | CreateTrigger
  | RenameTrigger
  | DropTrigger
  | CreateSchema
  | DropSchema
  | SetSearchPath
  | ChangeRows
  | OpaqueChange;
