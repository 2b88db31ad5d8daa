import type { Dialogue } from "./init/dialogue.js";

/** Everything outside the program that it may touch, so that a test can be the world. */
export interface World {
  /** The words of the command line, without node and the script. */
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The local date as `YYYY-MM-DD`: exemptions end. */
  readonly today: string;
  /** Milliseconds from some beginning, for progress alone. */
  readonly now: () => number;
  /** Somebody who can be asked; left out where no terminal is. */
  readonly openDialogue?: () => Promise<Dialogue>;
}

export interface Output {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  /** True as soon as nobody reads any more (`| head`); writing then does nothing. */
  readonly isClosed: () => boolean;
  /** Resolves when the text has left the process. */
  readonly write: (text: string) => Promise<void>;
}
