import type { EntityRelation, Span, TableAccess, TableVia } from "@domain-isolation/model";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Adapter, CallSite } from "../adapters/adapter.js";
import type { Place } from "./place.js";

/** What an expression stands for, as far as it matters to data. */
export type Value =
  | Handle
  | Entity
  | { readonly is: "class"; readonly place: Place }
  | Instance
  | { readonly is: "function"; readonly place: Place; readonly receiver: Value | null }
  | { readonly is: "object"; readonly place: Place }
  | { readonly is: "list"; readonly place: Place }
  /** A string, a template, or what is built of them. */
  | Text
  /** The variables of the environment: `process.env`. */
  | { readonly is: "environment" }
  /** A quoted identifier of SQL that is put into a text: schema first, if there is one. */
  | { readonly is: "identifier"; readonly names: readonly string[] }
  /** Columns, or what they get, as a library writes them into a statement: `sql(row, "name")`. */
  | { readonly is: "columns" }
  /** The members of a type: an interface, or a type written out. */
  | { readonly is: "shape"; readonly place: Place }
  /** `import * as ns` of one of our files. */
  | { readonly is: "namespace"; readonly file: string }
  | External
  /** Something that no library here knows: a `Map`, as its type says. */
  | { readonly is: "unrelated" }
  /** A parameter of which nothing is known but which one it is. */
  | Parameter;

export interface Text {
  readonly is: "text";
  readonly place: Place;
  readonly holes: "values" | "unknown";
  /** A library has made SQL of a string that would be a value else: `sql.raw("…")`. */
  readonly isRaw?: true;
}

/** Something of a package of others: `pg` and `["Pool"]`; no path stands for the whole module. */
export interface External {
  readonly is: "external";
  readonly module: string;
  readonly path: readonly string[];
  /** The call of it that gave this, where that says more: `pgSchema("billing")`. */
  readonly call?: CallSite;
}

/** An object of one of our classes. `types` are what its type parameters stand for. */
export interface Instance {
  readonly is: "instance";
  readonly class: Place;
  /** What its constructor was given, where that is known. */
  readonly args: readonly Place[];
  readonly types: ReadonlyMap<string, Value | null>;
}

export interface Parameter {
  readonly is: "parameter";
  readonly of: SyntaxNode;
  readonly name: string;
  readonly index: number;
}

/** A code name for a table, as an adapter knows it. */
export interface Entity {
  readonly is: "entity";
  readonly library: string;
  readonly name: string;
  readonly table: string;
  readonly schema: string | null;
  /** Where it is defined. */
  readonly file: string;
  readonly span: Span;
  /** Its relations by property; worked out only when asked for. */
  readonly relations: () => ReadonlyMap<string, RelationTarget>;
  /** Its class or constant, for members that code may ask of it. */
  readonly place: Place | null;
}

/** Where a property of an entity leads. */
export interface RelationTarget {
  readonly entity: Entity | null;
  /** Whether the table with the property holds the foreign key. */
  readonly holdsKey: boolean;
  /** The table between the two that the library makes of itself. */
  readonly joinTable?: { readonly name: string; readonly schema: string | null } | null;
  readonly fact: EntityRelation;
}

/** A value that talks to a database, or a statement in the making. */
export interface Handle {
  readonly is: "handle";
  readonly adapter: Adapter;
  /** The adapter's word for it: `client`, `repository`, `query`. */
  readonly role: string;
  /** The table that it is about: of a repository, a model, a builder. */
  readonly entity: Entity | Parameter | null;
  /** Where the code names that table. */
  readonly named: Place | null;
  /** The statement that is being made, where this is one. */
  readonly query: Query | null;
  readonly transaction: string | null;
  /** Of a part of a statement's text: what it is when it is put into another. */
  readonly text: Value | null;
  /** What else the adapter must remember. */
  readonly memory: Readonly<Record<string, Value>>;
  /** Only its type says what it is, or what it came of. */
  readonly byType?: true;
}

/** A statement in the making: what has been said of it so far. */
export interface Query {
  /** The call with which it begins; all that is added belongs to the same statement. */
  readonly root: Place;
  readonly operation: string;
  readonly tables: readonly NamedTable[];
  /** Its table, or its text, is known only where the function around it is called. */
  readonly isGeneric: boolean;
  readonly opaque: string | null;
  /** The calls with which other statements begin that are parts of this one. */
  readonly parts: readonly SyntaxNode[];
  /** Names that are no tables in it, nor in its parts. */
  readonly locals: readonly Local[];
  /** The call of a function of ours that gave it, while nothing was added since. */
  readonly returned: CallSite | null;
  /** It has been sent: what is called on its result adds nothing. */
  readonly isDone: boolean;
}

/** The name of a CTE: `WITH name AS (…)`. */
export interface Local {
  readonly name: string;
  /** What it stands for: in there the name is still a table's. Null where it may name itself. */
  readonly definition: SyntaxNode | null;
}

/** A table that a statement touches, named at a place that may be in another file. */
export interface NamedTable {
  readonly name: string;
  readonly schema: string | null;
  readonly entity: Entity | null;
  readonly access: TableAccess;
  readonly via: TableVia;
  readonly place: Place;
  /** Where it is named, if that is not all of the place. */
  readonly span: Span | null;
}
