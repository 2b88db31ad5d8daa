import type {
  FactView,
  FileView,
  ImportForm,
  OpaqueFact,
  Resolution,
  SourceFacts,
} from "@domain-isolation/model";
import type { DataWorld, ParsedSource, TypeSource } from "@domain-isolation/source-facts";

/** The modules below one root: read, resolved and linked when asked for, and remembered. */
export interface ModuleGraph extends Omit<FactView, "offering" | "migration"> {
  /** Absolute, real. */
  readonly root: string;
  /** Every file below the root that git does not ignore, sorted; sources and others. */
  files(): readonly string[];
  /** What the text of a file says. Never throws: a broken file has `unreadable` facts. */
  sourceFacts(file: string): SourceFacts;
  /** The facts of a file with the targets of its imports. */
  view(file: string): FileView;
  /** The same for facts that somebody else read: the editor's tree of a file not yet saved. */
  resolveFacts(file: string, source: EditorSource): FileView;
  resolve(file: string, specifier: string, form: ImportForm): readonly Resolution[];
  explain(file: string, specifier: string, form: ImportForm): ResolutionTrace;
  /** Configuration that could not be read whole; more may turn up with every resolution. */
  problems(): readonly ConfigurationProblem[];
  /** The tsconfig (absolute) to whose project a file belongs, or null. */
  tsconfig(file: string): string | null;
  /** The text of a file without its byte order mark, as an editor has it; null if it can't be read. */
  text(file: string): string | null;
  /** The trees of sources, and where their imports lead: for who reads code of another kind. */
  readonly code: Pick<DataWorld, "source" | "resolve">;
  /** From now on, data facts ask this what only types tell; those known before are forgotten. */
  readonly useTypes: (types: TypeSource | null) => void;
  /** Forgets what has changed on disk since it was read. */
  refresh(): void;
}

/** A tsconfig.json or package.json of which something is missing. */
export type ConfigurationProblem = OpaqueFact & { readonly file: string };

export interface EditorSource extends SourceFacts {
  /** The names that are used of a namespace import, or null where it is passed on as a whole. */
  readonly membersOf: (local: string) => readonly string[] | null;
  /** The tree, as long as the editor keeps it. */
  readonly tree: () => ParsedSource | null;
  /** What the editor's program knows, where it has one. It is asked before any other. */
  readonly types?: TypeSource | null;
}

export interface ResolutionTrace {
  readonly resolutions: readonly Resolution[];
  readonly steps: readonly ResolutionStep[];
}

/** One attempt: "tsconfig paths `@/*` of apps/web/tsconfig.json" → "apps/web/lib/x.ts" or why not. */
export interface ResolutionStep {
  readonly attempt: string;
  readonly outcome: string;
}
