import type { SqlDialect } from "../sql-reading.js";
import type { TokenKind } from "./token.js";

/** How a dialect spells its tokens. Patterns are sticky. */
export interface Lexis {
  /** Opening quote → what it encloses. A quote in it is doubled. */
  readonly quotes: ReadonlyMap<string, "quoted" | "string">;
  /** Whether the string that is opened by these characters knows `\'`. */
  readonly hasBackslash: (opening: string) => boolean;
  /** What opens a string together with the quote behind it: `E'…'`. */
  readonly stringPrefix: RegExp | null;
  readonly dollarQuote: RegExp | null;
  readonly lineComment: RegExp;
  /** What looks like a comment to other databases: only its edges are space. */
  readonly executedComment: RegExp | null;
  readonly nestsComments: boolean;
  readonly parameter: RegExp;
  readonly variable: RegExp | null;
  /** Does a name without quotes mean the one in lower case? */
  readonly foldsNames: boolean;
}

/** The patterns that all dialects share, in the order in which they are tried. */
export const commonTokens: readonly (readonly [TokenKind, RegExp])[] = [
  ["word", /[A-Za-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*/uy],
  ["literal", /(?:0[xX][0-9a-fA-F]+|\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ["end", /;/uy],
  ["hole", /\0/uy],
  // Signs in which `:`, `@`, `?` and `%` don't begin a parameter.
  ["sign", /::|:=|<@|@[@>?]|%%|[^]/uy],
];

const named = String.raw`[A-Za-z_\u0080-\u{10ffff}][\w\u0080-\u{10ffff}]*`;

const postgresql: Lexis = {
  quotes: new Map([
    ['"', "quoted"],
    ["'", "string"],
  ]),
  hasBackslash: (opening) => /^e/iu.test(opening),
  stringPrefix: /(?:[eEbBxXnN]|[uU]&)(?=['"])/uy,
  dollarQuote: new RegExp(String.raw`\$(?:${named})?\$`, "uy"),
  lineComment: /--[^\n\r]*/uy,
  executedComment: null,
  nestsComments: true,
  parameter: /\$(?:\d+|\0)/uy,
  variable: null,
  foldsNames: true,
};

const mysql: Lexis = {
  quotes: new Map([
    ["`", "quoted"],
    ["'", "string"],
    ['"', "string"],
  ]),
  hasBackslash: () => true,
  stringPrefix: /[nNxXbB](?=')/uy,
  dollarQuote: null,
  // Behind `--` comes a space, or something else that can't be seen. `-->`, which can't stand in an
  // expression, is Drizzle's mark between statements.
  lineComment: /#[^\n]*|--(?![!-=?-\u{10ffff}])[^\n]*/uy,
  executedComment: /\/\*!\d*|\*\//uy,
  nestsComments: false,
  parameter: /\$(?:\d+|\0)/uy,
  variable: /@@?(?:[\w$.\u0080-\u{10ffff}]+|(?=[`'"]))/uy,
  foldsNames: false,
};

const sqlite: Lexis = {
  quotes: new Map([
    ['"', "quoted"],
    ["`", "quoted"],
    ["[", "quoted"],
    ["'", "string"],
  ]),
  hasBackslash: () => false,
  stringPrefix: /[xX](?=')/uy,
  dollarQuote: null,
  lineComment: /--[^\n]*/uy,
  executedComment: null,
  nestsComments: false,
  parameter: /\?(?:\d+|\0)|\$(?:\d+|\0)/uy,
  variable: null,
  foldsNames: false,
};

export const lexisOf: Readonly<Record<SqlDialect, Lexis>> = { postgresql, sqlite, mysql };
