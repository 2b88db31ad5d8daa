import type { DomainMap, OpaqueFact, ProjectView, ResolvedImport } from "@domain-isolation/model";
import type { Witness } from "@domain-isolation/module-graph/looks";
import type * as SchemaDiffModule from "@domain-isolation/schema-diff";
import type { TypeMode, TypeTier } from "./types/type-tier.js";

export type SchemaDiff = typeof SchemaDiffModule;

/** A scanned repository. */
export interface Project extends ProjectView {
  readonly root: string;
  /** Every file that git does not ignore: sources and others. */
  readonly allFiles: readonly string[];
  /** Imports that lead nowhere. */
  readonly unresolved: readonly ResolvedImport[];
  readonly opaque: readonly (OpaqueFact & { readonly file: string })[];
  /**
   * How many facts there are: imports, exports, opaque and unreadable, and those about data of the
   * files that a rule asked about.
   */
  readonly factCount: number;
  readonly types: TypeTier;
  /** The text of a file, for showing it. */
  text(file: string): string;
}

export interface ScanOptions {
  /** The map, where there is one: what it ignores is not read. */
  readonly map: DomainMap | null;
  /** Whether types are asked where the code doesn't tell; `auto`, if nothing is said. */
  readonly types?: TypeMode;
  /**
   * What reads migrations, where somebody has loaded it: that costs a fifth of a second, and a map
   * without migrations has nothing for it to read.
   */
  readonly schemaDiff?: SchemaDiff | null;
  /** Told of every look at the disk of the types; the graph has its own. */
  readonly witness?: Witness | null;
  /** Told before each file is read. */
  readonly onProgress?: (done: number, total: number) => void;
}
