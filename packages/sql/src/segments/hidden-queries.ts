import type { NamedTable } from "../grammar.js";
import type { Statement } from "../lexer/statements.js";
import { spelled } from "../lexer/token.js";
import type { Hole } from "./hole.js";
import type { Attempt } from "./parse-with-holes.js";

const verbs = new Set(["select", "insert", "update", "delete", "merge", "replace", "values"]);

/**
 * Takes out the tables of a reading that may be none: in front of its verb a statement can get
 * queries of `WITH` when it runs, and then every name behind them that has no schema can be one.
 */
export function withoutHiddenQueries(
  tables: readonly NamedTable[],
  statement: Statement,
  holes: readonly Hole[],
  { standIns, rewritten }: Attempt,
  text: string,
): readonly NamedTable[] {
  const suspects = holes.filter((_, index) => standIns[index]?.canNameQueries);
  const end = suspects.length > 0 ? endOfFirst(suspects, statement, text) : null;
  if (end === null) return tables;
  const known = holes.filter(({ content }) => content.kind === "table");
  return tables.filter(({ path, access, nameStart }) => {
    const offset = rewritten.originalOffset(nameStart);
    const isKnown = known.some((hole) => hole.start <= offset && offset < hole.end);
    return path.length > 1 || access === "write" || isKnown || offset < end;
  });
}

/** The end of the first of some holes that stands where `WITH` can: first, or behind a `WITH`. */
function endOfFirst(holes: readonly Hole[], { tokens }: Statement, text: string): number | null {
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    const sign = spelled(token, text);
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    if (depth > 0) continue;
    if (token.kind === "word" && verbs.has(sign)) return null;
    const hole = holes.find((each) => each.token === index);
    if (hole && (index === 0 || spelled(tokens[0], text) === "with")) return hole.end;
  }
  return null;
}
