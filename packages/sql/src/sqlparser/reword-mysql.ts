import { spelled, type Token } from "../lexer/token.js";
import type { Edit } from "../segments/rewrite.js";

/** Sentences of MySQL that can't be told from their words alone. */
export function rewordMysql(tokens: readonly Token[], text: string): readonly Edit[] {
  const [first, second] = tokens;
  const negations = tokens.flatMap((_, index) => negation(tokens, index, text));
  switch (spelled(first, text)) {
    case "update":
      return [...tablesJoined(tokens, text), ...negations];
    case "do":
      return first ? [{ ...first, text: "SELECT" }, ...negations] : [];
    case "table":
      return first ? [{ ...first, text: "SELECT * FROM" }] : [];
    case "create":
      return bodyAsBlock(tokens, text);
    case "alter":
      return spelled(second, text) === "table" ? headOfChange(tokens, text) : [];
    default:
      return negations;
  }
}

/** `!a` → `NOT a` */
function negation(tokens: readonly Token[], index: number, text: string): readonly Edit[] {
  const token = tokens[index];
  if (!token || spelled(token, text) !== "!" || spelled(tokens[index + 1], text) === "=") return [];
  return [{ start: token.start, end: token.end, text: " NOT " }];
}

/** `UPDATE a, b SET …` → `UPDATE a JOIN b SET …` */
function tablesJoined(tokens: readonly Token[], text: string): readonly Edit[] {
  const edits: Edit[] = [];
  let depth = 0;
  for (const token of tokens) {
    const sign = spelled(token, text);
    if (sign === "set" && depth === 0) break;
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "," && depth === 0) {
      edits.push({ start: token.start, end: token.end, text: " JOIN " });
    }
  }
  return edits;
}

/** `CREATE TRIGGER … FOR EACH ROW statement` → `… FOR EACH ROW BEGIN statement; END` */
function bodyAsBlock(tokens: readonly Token[], text: string): readonly Edit[] {
  const row = tokens.findIndex(
    (token, index) => spelled(token, text) === "row" && spelled(tokens[index - 1], text) === "each",
  );
  const order = ["follows", "precedes"].includes(spelled(tokens[row + 1], text)) ? 2 : 0;
  const body = tokens[row + 1 + order];
  const last = tokens.at(-1);
  if (row < 0 || !body || !last || spelled(body, text) === "begin") return [];
  const before = tokens[row + 1] ?? body;
  return [
    { start: before.start, end: body.start, text: " BEGIN " },
    { start: last.end, end: last.end, text: "; END" },
  ];
}

const namesTables = new Set(["references", "rename", "exchange", "union", "like", "select"]);

/** `ALTER TABLE a …` → a change that is known, where what follows can't name a table. */
function headOfChange(tokens: readonly Token[], text: string): readonly Edit[] {
  const isDotted = spelled(tokens[3], text) === ".";
  const rest = tokens.slice(isDotted ? 5 : 3);
  const [from] = rest;
  const to = rest.at(-1);
  if (!from || !to || rest.some((token) => namesTables.has(spelled(token, text)))) return [];
  return [{ start: from.start, end: to.end, text: "ADD COLUMN _ int" }];
}
