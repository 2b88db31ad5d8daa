import type { Span } from "@domain-isolation/model";
import type { PrismaSchema } from "@domain-isolation/prisma-schema";
import type { ParsedSource } from "../syntax/syntax.js";

/** Where an imported name leads: to a file of ours that defines it, or to a package of others. */
export type NameTarget =
  | { readonly file: string; readonly name: string }
  | { readonly external: string; readonly name: string };

/** A type, in names. */
export interface TypeName {
  /** `Repository`, `Knex.Transaction`; `typeof User` for the class itself; empty where it has none. */
  readonly name: string;
  readonly declaredIn: TypeOrigin;
  /** What it is given in `<>`; of each only what it is itself. */
  readonly args: readonly TypeName[];
}

/**
 * Who declares a type: a file of ours; a package of others, with the path in it
 * (`typeorm/repository/Repository`); or nobody, where it is there without an import.
 */
export type TypeOrigin = { readonly file: string } | { readonly external: string };

/** What a TypeScript program says of an expression. Null where it knows nothing, or there is none. */
export interface TypeSource {
  /** What the expression that fills this stretch is, each followed by what it extends. */
  typeAt(file: string, span: Span): readonly TypeName[] | null;
  /**
   * What a call of the function that is named there gives: also what a promise of it resolves to, a
   * list of it holds, and the properties of a plain object.
   */
  returnedAt(file: string, span: Span): readonly TypeName[] | null;
}

/** What the reading of data facts asks of the world around one file. */
export interface DataWorld {
  /** The tree of a file, or null where it has none: it is no source, or does not parse. */
  source(file: string): ParsedSource | null;
  /** Where a name of a specifier leads, through barrels; null where it can't be told. */
  resolve(file: string, specifier: string, name: string): NameTarget | null;
  /**
   * The specifiers of `export *` of a file that doesn't give away the name by itself. Null where it
   * does, or where only its tree tells. It saves trees; who has them all may leave it out.
   */
  readonly starsFor?: (file: string, name: string) => readonly string[] | null;
  /** Whether a package is named as a dependency anywhere in the repository, or imported. */
  readonly uses: (packageName: string) => boolean;
  /** The source files whose text matches, in their order: where an index must be made of them. */
  filesWith(words: RegExp): readonly string[];
  /** Asked where the code itself doesn't tell; null where types are not to be had. */
  readonly types: TypeSource | null;
  /** Prisma's schemas. */
  readonly prismaSchemas: readonly PrismaSchema[];
}
