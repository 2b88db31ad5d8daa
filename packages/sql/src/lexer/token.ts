/**
 * - `space`: white space and comments
 * - `word`: a keyword or a name without quotes
 * - `quoted`: a name in quotes
 * - `string`: a string, of whatever quotes
 * - `literal`: a number, or a variable of the database
 * - `parameter`: a value that comes beside the text: `$1`, `:name`, `?1`; not the bare `?`, which can
 *   be an operator too
 * - `hole`: what is put in when it runs
 * - `end`: the `;` behind a statement
 * - `sign`: an operator, a parenthesis, a comma …
 */
export type TokenKind =
  "space" | "word" | "quoted" | "string" | "literal" | "parameter" | "hole" | "end" | "sign";

/** A stretch of SQL that a grammar would take as one, in UTF-16 offsets. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** Stands in a text for what is put in when it runs. A text of SQL can't hold it. */
export const holeMark = "\0";

/** A token in lower case; empty where there is none. */
export function spelled(token: Token | undefined, text: string): string {
  return token ? text.slice(token.start, token.end).toLowerCase() : "";
}
