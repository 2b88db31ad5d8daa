import { spelled, type Token } from "../lexer/token.js";
import type { Edit } from "../segments/rewrite.js";

/** Sentences of SQLite that can't be told from their words alone. */
export function rewordSqlite(tokens: readonly Token[], text: string): readonly Edit[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== "word") return [];
    switch (spelled(token, text)) {
      case "in":
        return tableAsList(tokens, index, text);
      case "is":
        return equality(tokens, index, text);
      case "conflict":
        return withoutCondition(tokens, index, text);
      case "using":
        return withoutArguments(tokens, index, text);
      case "into":
        return withoutAlias(tokens, index, text);
      default:
        return [];
    }
  });
}

/** `x IN t` → `x IN (SELECT * FROM t)` */
function tableAsList(tokens: readonly Token[], word: number, text: string): readonly Edit[] {
  const end = endOfName(tokens, word + 1, text);
  const first = tokens[word + 1];
  const last = tokens[end - 1];
  if (!first || !last || end === word + 1 || spelled(tokens[end], text) === "(") return [];
  return [
    { start: first.start, end: first.start, text: "(SELECT * FROM " },
    { start: last.end, end: last.end, text: ")" },
  ];
}

/** The index behind a name with dots; where there is none, the index itself. */
function endOfName(tokens: readonly Token[], start: number, text: string): number {
  const isName = (index: number) => {
    const kind = tokens[index]?.kind;
    return kind === "word" || kind === "quoted" || kind === "hole";
  };
  if (!isName(start)) return start;
  const isDotted = spelled(tokens[start + 1], text) === "." && isName(start + 2);
  return isDotted ? start + 3 : start + 1;
}

const knownBehindIs = new Set(["null", "true", "false", "distinct", "unknown"]);

/** `a IS b` → `a = b`, `a IS NOT b` → `a <> b` */
function equality(tokens: readonly Token[], word: number, text: string): readonly Edit[] {
  const not = spelled(tokens[word + 1], text) === "not" ? tokens[word + 1] : undefined;
  const is = tokens[word];
  const operand = spelled(tokens[not ? word + 2 : word + 1], text);
  if (!is || operand === "" || knownBehindIs.has(operand)) return [];
  return [{ start: is.start, end: (not ?? is).end, text: not ? "<>" : "=" }];
}

/** `ON CONFLICT (a) WHERE b DO …` → `ON CONFLICT (a) DO …`: no table can be named there. */
function withoutCondition(tokens: readonly Token[], word: number, text: string): readonly Edit[] {
  const close = tokens.findIndex((token, index) => index > word && spelled(token, text) === ")");
  const where = tokens[close + 1];
  if (!where || spelled(where, text) !== "where") return [];
  const action = tokens.find((token) => token.start > where.start && spelled(token, text) === "do");
  return action ? [{ start: where.start, end: action.start, text: "" }] : [];
}

/** `CREATE VIRTUAL TABLE t USING module(…)` → without what only the module understands. */
function withoutArguments(tokens: readonly Token[], word: number, text: string): readonly Edit[] {
  const isVirtual = spelled(tokens[1], text) === "virtual";
  const open = tokens[word + 2];
  const close = tokens.at(-1);
  if (!isVirtual || !open || !close || spelled(open, text) !== "(") return [];
  return [{ start: open.start, end: close.end, text: "" }];
}

/** `INSERT INTO t AS a` → `INSERT INTO t` */
function withoutAlias(tokens: readonly Token[], word: number, text: string): readonly Edit[] {
  const end = endOfName(tokens, word + 1, text);
  const as = tokens[end];
  const alias = tokens[end + 1];
  if (!as || !alias || spelled(as, text) !== "as") return [];
  return [{ start: as.start, end: alias.end, text: "" }];
}
