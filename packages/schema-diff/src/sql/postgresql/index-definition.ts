import { nodeAt, nodesAt, textAt, unwrapNode, type TreeNode } from "@domain-isolation/sql";
import type { IndexPart } from "@domain-isolation/model";
import type { CreateIndex } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { indexBehind } from "./expression.js";
import { relationName } from "./names.js";
import { stringsIn } from "./strings-in.js";

/** An `IndexStmt`. */
export function readIndex(node: TreeNode, text: StatementText): CreateIndex {
  const table = relationName(nodeAt(node, "relation"), text);
  const name = textAt(node, "idxname");
  const method = textAt(node, "accessMethod");
  const where = nodeAt(node, "whereClause");
  return {
    kind: "create index",
    at: text.at,
    table,
    ifNotExists: node.if_not_exists === true,
    index: {
      name: name === null ? null : { name, schema: null, span: nameSpan(name, text) },
      unique: node.unique === true,
      parts: partsOf(node, text),
      include: nodesAt(node, "indexIncludingParams").flatMap(
        (each) => textAt(nodeAt(each, "IndexElem") ?? {}, "name") ?? [],
      ),
      method: method === null || method === "btree" ? null : method,
      where: where ? text.between(indexBehind(text, where, "where"), endOf(text)) : null,
      definedAt: text.at,
    },
  };
}

function endOf(text: StatementText): number {
  return text.statement.tokens.length;
}

function nameSpan(name: string, text: StatementText) {
  const index = text.statement.tokens.findIndex((_, each) => text.nameAt(each, 1).name === name);
  return text.spanBetween(index, index + 1);
}

function partsOf(node: TreeNode, text: StatementText): readonly IndexPart[] {
  const on = text.find(0, (word) => word === "on");
  const open = text.find(on, (word) => word === "(");
  let at = open + 1;
  return nodesAt(node, "indexParams").map((each) => {
    const element = nodeAt(each, "IndexElem") ?? {};
    const from = at;
    const end = text.find(from, (word) => word === "," || word === ")");
    at = end + 1;
    const named = textAt(element, "name");
    const behind = named === null ? endOfExpression(text, from) : from + 1;
    const options = withoutUsual(foldedText(text, behind, end));
    const bare = bareColumn(nodeAt(element, "expr"));
    if (named !== null || bare === null) {
      const expression = named === null ? text.between(from, behind) : null;
      return { column: named, expression, options };
    }
    const collate = text.find(from + 1, (word) => word === "collate");
    const collation = collate < behind ? foldedText(text, collate, behind - 1) : "";
    return { column: bare, expression: null, options: `${collation} ${options}`.trim() };
  });
}

/** `(a)` and `(a COLLATE "C")` are the column, which is what they are stored as. */
function bareColumn(expression: TreeNode | null): string | null {
  const [kind, content] = unwrapNode(expression ?? {});
  if (kind === "CollateClause") return bareColumn(nodeAt(content, "arg"));
  if (kind !== "ColumnRef") return null;
  const fields = stringsIn(nodesAt(content, "fields"));
  return fields.length === 1 ? (fields[0] ?? null) : null;
}

/** From one token to before another, lower case where it isn't in quotes. */
function foldedText(text: StatementText, from: number, to: number): string {
  const written = text.between(from, Math.max(from, to));
  return written.replaceAll(/"(?:[^"]|"")*"|[^"]+/gu, (part) =>
    part.startsWith('"') ? part : part.toLowerCase(),
  );
}

/** Nulls come last in an ascending order, first in a descending one: nobody has to say so. */
function withoutUsual(options: string): string {
  const ascending = options.replace(/(?:^|\s+)asc(?=\s|$)/u, "");
  const usual = /(?:^|\s)desc\b/u.test(ascending) ? /\s+nulls\s+first$/u : /\s*nulls\s+last$/u;
  return ascending.replace(usual, "").trim();
}

/** `lower(email) DESC`, `(a || b) text_ops`: an expression ends with its parenthesis. */
function endOfExpression(text: StatementText, from: number): number {
  const open = text.find(from, (word) => word === "(");
  return text.closing(open) + 1;
}
