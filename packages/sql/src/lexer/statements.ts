import type { SqlDialect } from "../sql-reading.js";
import { cutAtDelimiter, delimiterCommand, ownDelimiter } from "./delimiter.js";
import { lexisOf } from "./lexis.js";
import { nextToken } from "./next-token.js";
import type { Token } from "./token.js";

/** One statement of a text: at least one token, without the space between them and the `;`. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** The statements of a text, in their order. */
export function splitStatements(text: string, dialect: SqlDialect): readonly Statement[] {
  const lexis = lexisOf[dialect];
  const statements: Statement[] = [];
  let open = openStatement();
  let delimiter = ";";
  const close = () => {
    statements.push(...closed(open));
    open = openStatement();
  };
  for (let at = 0; at < text.length;) {
    const command = open.tokens.length === 0 ? delimiterCommand(text, at, dialect) : null;
    const boundary = command ?? ownDelimiter(text, at, delimiter);
    if (boundary) {
      ({ end: at, delimiter } = boundary);
      close();
      continue;
    }
    const token = cutAtDelimiter(nextToken(text, at, lexis), text, delimiter);
    at = token.end;
    if (token.kind === "space") continue;
    if (token.kind === "end" && open.depth === 0 && delimiter === ";") close();
    else add(open, token, text);
  }
  close();
  return statements;
}

interface OpenStatement {
  readonly tokens: Token[];
  /** Whether it can hold statements of its own; null while that isn't decided. */
  isCompound: boolean | null;
  /** How many `BEGIN`, `CASE` and parentheses are open, in what can hold statements. */
  depth: number;
  hasEnded: boolean;
}

function openStatement(): OpenStatement {
  return { tokens: [], isCompound: null, depth: 0, hasEnded: false };
}

function closed(open: OpenStatement): readonly Statement[] {
  // With a delimiter of its own a statement can have a `;` behind it all the same.
  const tokens = open.tokens.slice(0, open.tokens.findLastIndex(({ kind }) => kind !== "end") + 1);
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? [{ start: first.start, end: last.end, tokens }] : [];
}

const beforeKind = /^(?:or|replace|temp|temporary|constraint|aggregate|definer|current_user)$/iu;
const compoundKind = /^(?:trigger|function|procedure|event|rule)$/iu;

function add(open: OpenStatement, token: Token, text: string): void {
  open.tokens.push(token);
  if (open.isCompound === false) return;
  const spelled = text.slice(token.start, token.end).toLowerCase();
  if (open.isCompound) open.depth = Math.max(0, open.depth + change(open, spelled));
  else if (open.tokens.length === 1) open.isCompound = spelled === "create" ? null : false;
  else if (token.kind === "word" && !beforeKind.test(spelled) && !isValue(open, text)) {
    open.isCompound = compoundKind.test(spelled);
  }
}

/** `DEFINER = root` */
function isValue({ tokens }: OpenStatement, text: string): boolean {
  const before = tokens.at(-2);
  return before !== undefined && text.slice(before.start, before.end) === "=";
}

const opening = new Set(["begin", "case", "("]);
/** `END IF` closes what no `BEGIN` or `CASE` has opened. */
const closesOther = new Set(["if", "loop", "while", "repeat"]);

function change(open: OpenStatement, spelled: string): number {
  const afterEnd = open.hasEnded;
  open.hasEnded = spelled === "end";
  if (afterEnd) return closesOther.has(spelled) ? 1 : spelled === "case" ? 0 : depthOf(spelled);
  return depthOf(spelled);
}

function depthOf(spelled: string): number {
  if (opening.has(spelled)) return 1;
  return spelled === "end" || spelled === ")" ? -1 : 0;
}
