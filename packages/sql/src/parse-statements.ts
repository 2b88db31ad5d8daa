import type { Grammar, NamedTable, Parsed } from "./grammar.js";
import { grammars } from "./grammars.js";
import { lexisOf } from "./lexer/lexis.js";
import { tokensFrom } from "./lexer/names.js";
import { nameOf } from "./lexer/name-spelling.js";
import { splitStatements, type Statement } from "./lexer/statements.js";
import type { Token } from "./lexer/token.js";
import { utf8Offsets } from "./postgresql/utf8-offsets.js";
import { parseWithHoles } from "./segments/parse-with-holes.js";
import { joinSegments } from "./segments/source.js";
import { characterOffsets } from "./sqlparser/character-offsets.js";
import type { SqlDialect } from "./sql-reading.js";
import type { TreeNode } from "./tree/tree-node.js";

/** One statement of a text, with the tree that the grammar of its dialect gives. Offsets are UTF-16. */
export interface ParsedStatement {
  /** Its stretch of the text, without what stands around it and the `;`. */
  readonly start: number;
  readonly end: number;
  /** Its tokens, in offsets of the text; no white space, no comments. */
  readonly tokens: readonly Token[];
  /** libpg-query's statement node (`{ CreateStmt: … }`), or sqlparser-rs's; null where it is refused. */
  readonly tree: TreeNode | null;
  /** Why the grammar refuses it: a clause, and the offset in the text at which it gave up. */
  readonly refusal: { readonly reason: string; readonly offset: number } | null;
  /** The offset in the text of a `location` of PostgreSQL's tree. */
  offsetOf(location: number): number;
  /** The offset in the text of a line and a column, from 1, of sqlparser's tree. */
  offsetAt(line: number, column: number): number;
  /** The tables that it names, bodies of functions included. Offsets are those of the text. */
  tables(): { readonly named: readonly NamedTable[]; readonly unread: readonly string[] };
}

/** Splits a text of SQL into its statements, and parses each, so that a broken one costs itself only. */
export function parseStatements(text: string, dialect: SqlDialect): readonly ParsedStatement[] {
  const source = joinSegments([{ kind: "text", text }]).text;
  return splitStatements(source, dialect).map((statement) => parse(statement, source, dialect));
}

/** The tokens of any stretch of SQL, without white space and comments. */
export function parseTokens(text: string, dialect: SqlDialect): readonly Token[] {
  return [...tokensFrom(text, 0, lexisOf[dialect])];
}

/** The name that a token of a text spells, as the database understands it. */
export function nameOfToken(token: Token, text: string, dialect: SqlDialect): string {
  return nameOf(text.slice(token.start, token.end), lexisOf[dialect].foldsNames);
}

function parse(statement: Statement, text: string, dialect: SqlDialect): ParsedStatement {
  const grammar = grammars[dialect];
  const { parsed, rewritten } = parseWithHoles({
    statement,
    text,
    holes: [],
    choices: [],
    grammar,
  });
  const original = (offset: number) => rewritten.originalOffset(offset);
  const bytes = lazily(() => utf8Offsets(rewritten.text));
  const characters = lazily(() => characterOffsets(rewritten.text));
  return {
    ...statement,
    ...outcomeOf(parsed, grammar, original),
    offsetOf: (location) => original(bytes()(location)),
    offsetAt: (line, column) => original(characters()(line, column)),
    tables() {
      if (parsed.kind === "refused") return { named: [], unread: [] };
      const { tables, unread } = readSafely(grammar, parsed.tree, rewritten.text);
      const named = tables.map((table) => ({
        ...table,
        start: original(table.start),
        nameStart: original(table.nameStart),
        end: original(Math.max(table.end - 1, table.start)) + 1,
      }));
      return { named, unread };
    },
  };
}

/** A tree can be so deep that to walk over it takes more stack than there is. */
function readSafely(grammar: Grammar, tree: TreeNode, text: string) {
  try {
    return grammar.read(tree, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { tables: [], unread: ["it is nested too deeply"] };
  }
}

function outcomeOf(
  parsed: Parsed,
  grammar: Grammar,
  original: (offset: number) => number,
): Pick<ParsedStatement, "tree" | "refusal"> {
  if (parsed.kind === "tree") return { tree: grammar.statementOf(parsed.tree), refusal: null };
  const { reason, offset } = parsed;
  return { tree: null, refusal: { reason, offset: original(offset) } };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
