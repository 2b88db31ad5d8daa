/** A file that `init` wants to write, or something to be done by hand. */
export interface PlannedFile {
  /** Relative to the root. */
  readonly path: string;
  /** The whole of it, as it is to be; null where it is left as it is. */
  readonly text: string | null;
  /** What is said of it: a clause. */
  readonly note: string;
  /** What a person adds by hand. */
  readonly snippet: string | null;
}

/** What of a repository the plans look at. */
export interface Surroundings {
  /** Every file that git doesn't ignore. */
  readonly files: ReadonlySet<string>;
  /** The text of a file; null where there is none. */
  readonly text: (file: string) => string | null;
  /** How a command of a package is run here. */
  readonly runner: Runner;
}

export interface Runner {
  /** `npx --no-install`, `pnpm exec`. */
  readonly run: string;
  readonly install: string;
  /** What sets it up in a job of GitHub Actions, after Node. */
  readonly packageManager: "npm" | "pnpm" | "yarn" | "bun";
}

/** A file that is there already, with the tool in it. */
export function kept(path: string): PlannedFile {
  return { path, text: null, note: "has it already", snippet: null };
}
