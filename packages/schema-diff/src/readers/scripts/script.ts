/** What the name of a file says of the migration that it holds, or of a half of it. */
export interface ScriptName {
  /** Equal in the two halves of a migration, and in nothing else. */
  readonly version: string;
  /** What its tool shows of it. */
  readonly id: string;
  readonly way: "up" | "down";
}

export interface Script extends ScriptName {
  readonly file: string;
}

/** How a tool names its files, and where it looks for them. */
export interface Naming {
  /**
   * How many folders stand between that of the migrations and the files: none, one for each
   * migration, or whatever there is.
   */
  readonly depth: 0 | 1 | "any";
  /** Null where the path below the folder of the migrations names none. */
  scriptOf(path: string): ScriptName | null;
}
