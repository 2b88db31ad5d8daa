import type { SqlDialect } from "../sql-reading.js";
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
  let at = 0;
  while (at < text.length) {
    const token = nextToken(text, at, lexis);
    at = token.end;
    if (token.kind === "space") continue;
    if (token.kind === "end" && open.depth === 0) {
      statements.push(...closed(open));
      open = openStatement();
    } else add(open, token, text);
  }
  return [...statements, ...closed(open)];
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

function closed({ tokens }: OpenStatement): readonly Statement[] {
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
  else if (token.kind === "word" && !beforeKind.test(spelled)) {
    open.isCompound = compoundKind.test(spelled);
  }
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
