import type { Span } from "@domain-isolation/model";

/** What the files of one Prisma schema declare. Its lists are in the order of files and places. */
export interface PrismaSchema {
  /** The provider of the datasource: `postgresql`, `mysql`, `sqlite`, `mongodb` … */
  readonly provider: string | null;
  /** The datasource's `relationMode`. With `prisma` there are no foreign keys in the database. */
  readonly relationMode: string | null;
  readonly generators: readonly PrismaGenerator[];
  /** Each `env("…")` of the datasource and the generators. */
  readonly variables: readonly PrismaVariable[];
  /** Models and views. */
  readonly models: readonly PrismaModel[];
  /** The tables that Prisma makes of itself for many-to-many relations. */
  readonly joinTables: readonly PrismaJoinTable[];
  readonly enums: readonly PrismaEnum[];
  /** What `type` declares: documents within the documents of MongoDB. */
  readonly compositeTypes: readonly PrismaCompositeType[];
  /** What could not be read. Everything else was. */
  readonly problems: readonly PrismaProblem[];
}

/** `span` is the name where it is declared. */
interface Declared {
  readonly name: string;
  readonly file: string;
  readonly span: Span;
}

/** A variable of the environment. `span` is its name, quotes included. */
export type PrismaVariable = Declared;

export interface PrismaGenerator extends Declared {
  readonly provider: string | null;
  /** Where the client is written to, relative to the folder of `file`, as it is written. */
  readonly output: string | null;
}

export interface PrismaModel extends Declared {
  readonly kind: "model" | "view";
  /** The property of the client that stands for it: `prisma.userGroup`. */
  readonly accessor: string;
  /** The table or view in the database. */
  readonly table: string;
  readonly schema: string | null;
  /** `@@ignore`: the client has no property for it. */
  readonly ignored: boolean;
  /** From the keyword to the closing brace. */
  readonly declaration: Span;
  readonly fields: readonly PrismaField[];
  readonly keys: readonly PrismaKey[];
}

/**
 * What a field's type is. `unsupported` is a type of the database that the client can't handle,
 * `unknown` one that no file of the schema declares.
 */
export type PrismaTypeKind = "scalar" | "enum" | "model" | "composite" | "unsupported" | "unknown";

export interface PrismaField {
  readonly name: string;
  /** The scalar, enum, model or composite type; of an unsupported type the database's own name. */
  readonly type: string;
  readonly kind: PrismaTypeKind;
  readonly list: boolean;
  readonly optional: boolean;
  /** The column in the database. It means nothing for a relation. */
  readonly column: string;
  /** The type of the database, as it is written behind `@db.`: `VarChar(255)`. */
  readonly nativeType: string | null;
  /** As it is written: `autoincrement()`, `"draft"`, `[1, 2]`. */
  readonly default: string | null;
  /** `@ignore`: the client has no property for it. */
  readonly ignored: boolean;
  /** The name. */
  readonly span: Span;
  /** From the name to the last attribute. */
  readonly declaration: Span;
  /** Null of a field that holds a value. */
  readonly relation: PrismaRelation | null;
}

export interface PrismaRelation {
  /** As `@relation` gives it. */
  readonly name: string | null;
  /** The model at the other end. */
  readonly model: string;
  /** The field of that model that leads back, or null where there is none or it can't be told. */
  readonly opposite: string | null;
  /** The fields of this model that hold the key: only at that end of the relation that has it. */
  readonly fields: readonly string[];
  /** The fields of the other model that they refer to. */
  readonly references: readonly string[];
  /** `Cascade`, `Restrict`, `NoAction`, `SetNull`, `SetDefault`; null where it is left to Prisma. */
  readonly onDelete: string | null;
  readonly onUpdate: string | null;
  /** The name of the foreign key in the database, where one is given. */
  readonly constraint: string | null;
  /** The table of `joinTables` that it goes through. */
  readonly joinTable: string | null;
  /** The other model's name, where the field names it. */
  readonly span: Span;
}

/** A primary key, a unique constraint or an index, be it given at a field or for the model. */
export interface PrismaKey {
  readonly kind: "id" | "unique" | "index" | "fulltext";
  readonly fields: readonly string[];
  /** The fields again, each with what is said of it. */
  readonly parts: readonly PrismaKeyPart[];
  /** As `type` gives it: `Hash`, `Gin`. */
  readonly method: string | null;
  /** The condition of a partial index; its SQL is null where it isn't given as `raw("…")`. */
  readonly where: { readonly sql: string | null } | null;
  /** Its name in the database, where one is given. */
  readonly constraint: string | null;
  /** The attribute. */
  readonly span: Span;
}

/** `title(length: 100, sort: Desc)` in the fields of a key. */
export interface PrismaKeyPart {
  readonly field: string;
  readonly descending: boolean;
  /** How many characters of it are taken, in MySQL. */
  readonly length: number | null;
  /** As `ops` gives it: `JsonbPathOps`, or what stands in `raw("…")`. */
  readonly operatorClass: string | null;
}

/** The table of an implicit many-to-many relation. `span` is the field in the first model. */
export interface PrismaJoinTable extends Declared {
  readonly schema: string | null;
  /** The column `A` refers to the first, `B` to the second. */
  readonly models: readonly [string, string];
}

export interface PrismaEnum extends Declared {
  readonly databaseName: string;
  readonly schema: string | null;
  readonly values: readonly PrismaEnumValue[];
}

export interface PrismaEnumValue {
  readonly name: string;
  readonly databaseName: string;
  readonly span: Span;
}

export interface PrismaCompositeType extends Declared {
  readonly fields: readonly PrismaField[];
}

export interface PrismaProblem {
  readonly file: string;
  readonly span: Span;
  /** A clause without a full stop: "the model `User` is not closed". */
  readonly reason: string;
}
