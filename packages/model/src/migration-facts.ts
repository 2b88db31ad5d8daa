import type { Span } from "./facts.js";
import type { MapPath } from "./map-source.js";
import type { Dialect, ObjectName, Schema, SourcePlace, Table } from "./schema.js";

/**
 * Facts about migrations: what each does to the objects of a database, and what results. Like all
 * facts they know no rule. Which domain's a tree of migrations is, the domain map says itself.
 */

/** What a migration does to an object. `write` changes its rows, `refer` points a key to it. */
export type MigrationAction = "create" | "alter" | "drop" | "write" | "read" | "refer";

/** One object that a migration names. `span` is its name where it is written. */
export interface TouchFact {
  readonly kind: "touch";
  readonly file: string;
  readonly span: Span;
  readonly action: MigrationAction;
  readonly object: "table" | "view";
  readonly name: string;
  /** Null where none is written. */
  readonly schema: string | null;
}

/** Something in a migration that can't be read. */
export interface OpaqueChangeFact {
  readonly kind: "opaque-change";
  readonly file: string;
  readonly span: Span;
  /** A clause. */
  readonly reason: string;
  /** A database would refuse it too: it is no statement of the dialect. */
  readonly isBroken: boolean;
}

/** What one migration's way up does. */
export interface MigrationFacts {
  readonly touches: readonly TouchFact[];
  readonly opaque: readonly OpaqueChangeFact[];
}

export const treeProblemKinds = [
  "unreadable file",
  "duplicate version",
  "missing parent",
  "cycle",
  "several heads",
  "missing file",
  /** It lies among the migrations, and their tool doesn't run it. */
  "ignored file",
  "nothing matched",
] as const;

/** Something wrong with a tree as such. The rest of it is read all the same. */
export interface TreeProblem {
  readonly kind: (typeof treeProblemKinds)[number];
  readonly at: SourcePlace;
  /** One sentence: what, why, what to do. */
  readonly message: string;
}

/** A foreign key that a migration adds, whether or not a later one takes it away. */
export interface AddedForeignKey {
  readonly table: ObjectName;
  readonly columns: readonly string[];
  readonly references: ObjectName;
  readonly at: SourcePlace;
}

/** The migrations of one entry of `migrations` in the map, and the schema to which they lead. */
export interface TreeFacts {
  readonly domain: string;
  /** Its entry in the map. */
  readonly path: MapPath;
  /** The folder or pattern, as the map has it. */
  readonly folder: string;
  /** The tool whose migrations they are, `prisma`; null where that can't be told. */
  readonly format: string | null;
  readonly dialect: Dialect;
  /** The files of the migrations, in the order in which they run. */
  readonly files: readonly string[];
  /** The migrations after which none comes. */
  readonly heads: readonly string[];
  readonly schema: Schema;
  readonly addedForeignKeys: readonly AddedForeignKey[];
  readonly opaque: readonly OpaqueChangeFact[];
  readonly problems: readonly TreeProblem[];
  /** Changes that a database would refuse, given all that came before; each a clause. */
  readonly refused: readonly { readonly at: SourcePlace; readonly message: string }[];
}

/** Something in a declaration that can't be read. */
export interface UnreadDeclaration {
  readonly at: SourcePlace;
  /** A clause. */
  readonly reason: string;
  /** The table that isn't known whole for it; null where that can't be told. */
  readonly table: ObjectName | null;
}

/** The tables that models declare: those of a `schema.prisma`, of Drizzle … */
export interface DeclaredFacts {
  /** The files that declare it, the first of which stands for it. */
  readonly files: readonly string[];
  /** What a message calls it: "schema.prisma", "Drizzle's schema". */
  readonly source: string;
  readonly schema: Schema;
  /** Whether its tables are known to be all of a database. */
  readonly isWhole: boolean;
  readonly unread: readonly UnreadDeclaration[];
}

/** What is known of the databases of a project. */
export interface DatabaseFacts {
  /** The trees that the map names, in its order. */
  readonly trees: readonly TreeFacts[];
  readonly declared: readonly DeclaredFacts[];
  /**
   * How two definitions of one table differ: clauses, `column email: text here, integer there`.
   * `isDeclared` says that the first one is of models, which need not say everything.
   */
  differences(
    here: Table,
    there: Table,
    how: { readonly dialect: Dialect; readonly isDeclared?: boolean },
  ): readonly string[];
}

/** Of a file that is no migration. */
export const noMigrationFacts: MigrationFacts = { touches: [], opaque: [] };

/** Of a project without migrations. */
export const noDatabaseFacts: DatabaseFacts = {
  trees: [],
  declared: [],
  differences: () => [],
};
