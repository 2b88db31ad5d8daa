import type { PrismaSchema } from "@domain-isolation/prisma-schema";
import type { ParsedSource } from "../syntax/syntax.js";

/** Where an imported name leads: to a file of ours that defines it, or to a package of others. */
export type NameTarget =
  | { readonly file: string; readonly name: string }
  | { readonly external: string; readonly name: string };

/** What the reading of data facts asks of the world around one file. */
export interface DataWorld {
  /** The tree of a file, or null where it has none: it is no source, or does not parse. */
  source(file: string): ParsedSource | null;
  /** Where a name of a specifier leads, through barrels; null where it can't be told. */
  resolve(file: string, specifier: string, name: string): NameTarget | null;
  /** Whether a package is named as a dependency anywhere in the repository, or imported. */
  readonly uses: (packageName: string) => boolean;
  /** The source files whose text matches, in their order: where an index must be made of them. */
  filesWith(words: RegExp): readonly string[];
  /** Prisma's schemas. */
  readonly prismaSchemas: readonly PrismaSchema[];
}
