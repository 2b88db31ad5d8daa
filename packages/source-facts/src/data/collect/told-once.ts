import type { SyntaxNode } from "../../syntax/syntax.js";
import type { NamedTable } from "../values/value.js";
import { contains, type FoundStatement } from "./find-statements.js";

/**
 * A function of the same file that adds to the builder that it is given has told what it adds: the
 * statement that goes on with the builder doesn't tell it again.
 */
export function toldOnce(statements: readonly FoundStatement[]): readonly FoundStatement[] {
  const tellers = new Map<SyntaxNode, readonly FoundStatement[]>();
  for (const statement of statements) {
    for (const node of new Set(statement.query.tables.map(({ place }) => place.node))) {
      tellers.set(node, [...(tellers.get(node) ?? []), statement]);
    }
  }
  return statements.map((statement) => {
    const isOwn = ({ place: { node } }: NamedTable) =>
      standsIn(node, statement) ||
      !tellers.get(node)?.some((other) => other !== statement && standsIn(node, other));
    const { query } = statement;
    return { ...statement, query: { ...query, tables: query.tables.filter(isOwn) } };
  });
}

function standsIn(node: SyntaxNode, { last, also = [] }: FoundStatement): boolean {
  return [last, ...also].some((call) => contains(call.node, node));
}
