import type { SqlSegment } from "../sql-reading.js";

/** What is put in when it runs: a segment that is no text. */
export type HoleContent = Exclude<SqlSegment, { readonly kind: "text" }>;

/** A place of a text that gets its content when it runs: a segment, or a library's placeholder. */
export interface Hole {
  readonly start: number;
  readonly end: number;
  readonly content: HoleContent;
  /** Whether it is code, a part of a name in quotes, of a string, or of a parameter like `$1`. */
  readonly place: "code" | "quoted" | "string" | "parameter";
  /** The index of its token. */
  readonly token: number;
}
