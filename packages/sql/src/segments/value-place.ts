import { spelled, type Token } from "../lexer/token.js";
import { endsOperand } from "./operand.js";
import type { Surroundings } from "./surroundings.js";

const beforeValue = new Set(
  "like ilike rlike regexp limit offset then else between escape interval div mod in".split(" "),
);
const comparing = /^[=<>!+\-*/%|&^~]$/u;
const valueLists = new Set(["in", "any", "all", "some", "values", "value"]);

/** Whether only a value, or a list of values, makes sense: behind `=`, in `VALUES (…)`, `IN (…)`. */
export function isValuePlace({ tokens, hole, before, text }: Surroundings): boolean {
  if (!before) return false;
  const previous = spelled(before, text);
  if (before.kind === "sign" && comparing.test(previous)) return !isStar(tokens, hole.token, text);
  if (beforeValue.has(previous) || previous === "values") return true;
  if (previous === "and") return endsBetween(tokens, hole.token - 1, text);
  return isInValueList(tokens, hole.token, text);
}

/** `SELECT * ${…}`, `SELECT t.* ${…}`, `count(*) ${…}`: a star that multiplies nothing. */
function isStar(tokens: readonly Token[], hole: number, text: string): boolean {
  if (spelled(tokens[hole - 1], text) !== "*") return false;
  return ["select", "distinct", "all", ",", ".", "(", "returning"].includes(
    spelled(tokens[hole - 2], text),
  );
}

function endsBetween(tokens: readonly Token[], and: number, text: string): boolean {
  for (let index = and - 1; index >= 0; index = previousAtDepth(tokens, index, text)) {
    const word = spelled(tokens[index], text);
    if (word === "between") return true;
    if (["and", "or", "where", "on", "having", "(", "when"].includes(word)) return false;
  }
  return false;
}

function isInValueList(tokens: readonly Token[], hole: number, text: string): boolean {
  let index = hole - 1;
  const first = spelled(tokens[index], text);
  if (first !== "(" && first !== ",") return false;
  while (index >= 0 && spelled(tokens[index], text) !== "(") {
    if (spelled(tokens[index], text) === "limit") return true;
    index = previousAtDepth(tokens, index, text);
  }
  return index > 0 && (opensValueList(tokens, index, text) || opensCall(tokens, index, text));
}

const beforeCall = new Set(
  (
    "select distinct where and or not having by when then else case returning from join lateral " +
    "limit offset between in like ilike = < > + - * / % | ( ,"
  ).split(" "),
);

/** Whether the parenthesis at an index opens the arguments of a function in an expression. */
function opensCall(tokens: readonly Token[], open: number, text: string): boolean {
  const name = tokens[open - 1];
  const isNamed = name?.kind === "word" && endsOperand(name, text);
  return isNamed && beforeCall.has(spelled(tokens[open - 2], text));
}

/** Whether the parenthesis at an index opens values: `IN (`, `VALUES (`, `VALUES (…), (`. */
function opensValueList(tokens: readonly Token[], open: number, text: string): boolean {
  let index = open - 1;
  while (spelled(tokens[index], text) === "," && spelled(tokens[index - 1], text) === ")") {
    index = previousAtDepth(tokens, index - 1, text);
  }
  return valueLists.has(spelled(tokens[index], text));
}

/** The index before a token, or before the parenthesis that opened what it closes. */
function previousAtDepth(tokens: readonly Token[], from: number, text: string): number {
  let index = from;
  let depth = 0;
  do {
    const sign = spelled(tokens[index], text);
    if (sign === ")") depth++;
    else if (sign === "(") depth--;
    index--;
  } while (depth > 0 && index >= 0);
  return index;
}
