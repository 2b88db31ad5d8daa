import type { ImportForm, OpaqueFact, Resolution } from "@domain-isolation/model";
import type { ResolutionStep } from "../module-graph.js";

/** Finds what specifiers lead to, below one root. */
export interface Resolver {
  /**
   * One result, as a rule. More only for patterns (`import.meta.glob`), and none where nothing is
   * imported: a pattern without a match, a URL of a folder, `declare module "*.svg"`.
   */
  resolve(
    file: string,
    specifier: string,
    form: ImportForm,
    trace?: (step: ResolutionStep) => void,
  ): readonly Resolution[];
  /** The tsconfig (absolute) whose project a file belongs to, or null. */
  tsconfig(file: string): string | null;
  /** Configuration that could not be read whole (a tsconfig extending an uninstalled package, …). */
  problems(): readonly (OpaqueFact & { readonly file: string })[];
  /** Forgets what has changed on disk. */
  refresh(): void;
}
