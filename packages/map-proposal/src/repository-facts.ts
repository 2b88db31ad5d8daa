import type { DataFacts, ResolvedImport } from "@domain-isolation/model";

/** What is known of a repository before anybody has said whose anything is. Paths as in all facts. */
export interface RepositoryFacts {
  /** Every source file, sorted. */
  readonly files: readonly string[];
  /** The files of Prisma's schemas, sorted. */
  readonly schemas: readonly string[];
  readonly packages: readonly PackageFacts[];
  readonly trees: readonly MigrationTreeFacts[];
  imports(file: string): readonly ResolvedImport[];
  data(file: string): DataFacts;
}

/** A package.json of the repository. */
export interface PackageFacts {
  /** Its folder; empty for the root. */
  readonly folder: string;
  readonly name: string | null;
  /** Source files at which its programs start, by `bin`, `main` or a script. */
  readonly entrypoints: readonly string[];
}

/** A folder of migrations. */
export interface MigrationTreeFacts {
  readonly folder: string;
  /** The tool whose they are, as the map names it. */
  readonly format: string;
  readonly files: readonly string[];
  /** The tables that they create and don't drop again. */
  readonly tables: readonly string[];
}
