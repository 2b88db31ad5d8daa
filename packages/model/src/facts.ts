/**
 * Facts: what a reader observed, with its place. A fact is serializable, and knows no syntax tree,
 * no rule and no domain.
 */

/** A stretch of a file's text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The ways in which one module reaches another. */
export const importForms = [
  "import",
  "side-effect",
  "export",
  "export-star",
  "dynamic-import",
  "require",
  "require-resolve",
  "import-equals",
  "import-type",
  "jsdoc",
  "triple-slash",
  "mock",
  "new-url",
  "worker",
  "import-meta-resolve",
  "import-meta-glob",
  "module-augmentation",
  "script-src",
] as const;
export type ImportForm = (typeof importForms)[number];

/** Which of the three tiers of precision a fact or a finding rests on. */
export type Tier = "file" | "linked" | "typed";

/**
 * A name that an import takes from its target.
 *
 * `name` is the target's own name for it: `"default"` for the default export, `"*"` for all of it.
 * `local` is what this file calls it, where it gives it a name.
 */
export interface ImportedName {
  readonly name: string;
  readonly local?: string;
  readonly typeOnly: boolean;
  readonly span: Span;
}

/** One place where a module names another. `span` is the specifier, quotes included. */
export interface ImportFact {
  readonly kind: "import";
  readonly form: ImportForm;
  readonly specifier: string;
  readonly span: Span;
  /** True when nothing of it is left at run time. */
  readonly typeOnly: boolean;
  readonly names: readonly ImportedName[];
}

/**
 * A name that a module gives away. `"*"` as `name` stands for `export * from`.
 *
 * `from` is set where the module only passes on what another one defines, be it
 * `export { a } from "./a"` or `import { a } from "./a"; export { a }`; its `name` is `"*"` for a
 * whole namespace.
 */
export interface ExportFact {
  readonly kind: "export";
  readonly name: string;
  readonly span: Span;
  readonly typeOnly: boolean;
  readonly from?: { readonly specifier: string; readonly name: string };
}

/** Something that can't be analysed, with the reason in words ("the specifier is not a literal"). */
export interface OpaqueFact {
  readonly kind: "opaque";
  /**
   * The construct: an import form, a `"statement"` that is sent to a database, or `"tsconfig"` and
   * `"package.json"` for configuration.
   */
  readonly form: ImportForm | "statement" | "tsconfig" | "package.json";
  readonly span: Span;
  readonly reason: string;
}

/** A file, or the rest of one, that could not be read. What was read of it before stands. */
export interface UnreadableFact {
  readonly kind: "unreadable";
  readonly span: Span;
  /** A clause without a full stop: "it is not UTF-8". */
  readonly reason: string;
}

/**
 * A comment that permits findings:
 * `domain-isolation-allow RULE -- reason (until 2027-01-31, https://…)`.
 */
export interface AllowanceFact {
  readonly kind: "allowance";
  /** As it is written; there need be no such rule. */
  readonly rule: string;
  /** Null where none is given. */
  readonly reason: string | null;
  /** The last day on which it holds, as it is written. */
  readonly until: string | null;
  readonly link: string | null;
  /** The rule's name, or the mark where none follows. */
  readonly span: Span;
  /** What it is about: the code that follows, or the line at whose end it stands. */
  readonly covers: Span;
}

/** Everything that the text of one file says, before any other file is looked at. */
export interface SourceFacts {
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
  readonly opaque: readonly OpaqueFact[];
  readonly unreadable: readonly UnreadableFact[];
  readonly allowances: readonly AllowanceFact[];
}

/** Where a specifier leads. Paths are relative to the root, with `/`. */
export interface Resolution {
  /** The file, or null where it is `external` or `unresolved`. */
  readonly target: string | null;
  /** A package of others, a module of the platform, or a file outside the root. */
  readonly external: boolean;
  readonly unresolved: boolean;
}

/** An import of one file with where it leads. */
export interface ResolvedImport extends ImportFact, Resolution {
  /** The importing file, relative to the root. */
  readonly file: string;
}

/** One step on the way from a specifier to a definition: this file gives it away under this name. */
export interface BindingStep {
  readonly file: string;
  readonly name: string;
}

/**
 * What a name of an import really binds to: `path` starts at the import's target and ends where the
 * name is defined, or at the last file that could be followed.
 */
export interface Binding {
  readonly imported: ImportedName;
  readonly typeOnly: boolean;
  readonly path: readonly BindingStep[];
}
