import { nodeAt, nodesAt, numberAt, textAt, type TreeNode } from "@domain-isolation/sql";
import type { ReferentialAction, SourcePlace } from "@domain-isolation/model";
import type { Constraint } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { expressionFrom, withinParentheses } from "./expression.js";
import { relationName } from "./names.js";
import { stringsIn } from "./strings-in.js";

const actions: Readonly<Record<string, ReferentialAction>> = {
  a: "no action",
  r: "restrict",
  c: "cascade",
  n: "set null",
  d: "set default",
};

/** A constraint of a table, or of the one column that is given; null for what is none. */
export function readConstraint(
  node: TreeNode,
  text: StatementText,
  column: string | null,
): Constraint | null {
  const name = textAt(node, "conname");
  const start = keywordOf(node, text);
  const definedAt: SourcePlace = { file: text.sql.file, span: text.spanBetween(start, start + 1) };
  const own = column === null ? null : [column];
  switch (textAt(node, "contype")) {
    case "CONSTR_PRIMARY":
      return { kind: "primary key", ...keyOf(node, own), name, definedAt };
    case "CONSTR_UNIQUE":
      return { kind: "unique", ...keyOf(node, own), name, definedAt };
    case "CONSTR_CHECK": {
      const expression = withinParentheses(
        text,
        text.find(start, (word) => word === "("),
      );
      return { kind: "check", name, expression, definedAt };
    }
    case "CONSTR_EXCLUSION":
      return { kind: "exclude", name, expression: expressionFrom(text, start + 1), definedAt };
    case "CONSTR_FOREIGN":
      return foreignKey(node, text, own, { name, definedAt });
    default:
      return null;
  }
}

/** The keyword behind `CONSTRAINT name`. */
function keywordOf(node: TreeNode, text: StatementText): number {
  const index = text.indexAt(text.statement.offsetOf(numberAt(node, "location") ?? 0));
  return text.word(index) === "constraint" ? index + 2 : index;
}

function keyOf(node: TreeNode, own: readonly string[] | null) {
  const usingIndex = textAt(node, "indexname");
  const columns = own ?? stringsIn(nodesAt(node, "keys"));
  return usingIndex === null ? { columns } : { columns, usingIndex };
}

function foreignKey(
  node: TreeNode,
  text: StatementText,
  own: readonly string[] | null,
  named: { readonly name: string | null; readonly definedAt: SourcePlace },
): Constraint {
  const references = relationName(nodeAt(node, "pktable"), text);
  return {
    kind: "foreign key",
    ...named,
    columns: own ?? stringsIn(nodesAt(node, "fk_attrs")),
    references: { ...references, columns: stringsIn(nodesAt(node, "pk_attrs")) },
    onDelete: actions[textAt(node, "fk_del_action") ?? "a"] ?? "no action",
    onUpdate: actions[textAt(node, "fk_upd_action") ?? "a"] ?? "no action",
    definedAt: { file: text.sql.file, span: references.span },
  };
}
