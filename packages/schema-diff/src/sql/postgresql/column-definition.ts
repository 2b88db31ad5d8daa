import { nodeAt, nodesAt, numberAt, textAt, type TreeNode } from "@domain-isolation/sql";
import type { ColumnDefinition, Constraint } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { typeOfNode } from "./canonical-type.js";
import { readConstraint } from "./constraint.js";
import { expressionFrom, withinParentheses } from "./expression.js";
import { pathName } from "./names.js";
import { stringsIn } from "./strings-in.js";

/** The integer types behind the pseudo-types of columns that number themselves. */
const serialTypes: Readonly<Record<string, string>> = {
  serial: "integer",
  serial4: "integer",
  smallserial: "smallint",
  serial2: "smallint",
  bigserial: "bigint",
  serial8: "bigint",
};

export interface ReadColumn {
  readonly column: ColumnDefinition;
  readonly constraints: readonly Constraint[];
}

/** A `ColumnDef`: `email text NOT NULL UNIQUE`. */
export function readColumn(node: TreeNode, text: StatementText): ReadColumn {
  const name = textAt(node, "colname") ?? "";
  const start = text.indexAt(text.statement.offsetOf(numberAt(node, "location") ?? 0));
  const parts = nodesAt(node, "constraints").map((each) => nodeAt(each, "Constraint") ?? {});
  const typeName = nodeAt(node, "typeName");
  const type = typeName ? typeOfNode(typeName) : "";
  const serial = serialTypes[type];
  const has = (kind: string) => parts.find((part) => textAt(part, "contype") === kind);
  const identity = has("CONSTR_IDENTITY");
  const generated = has("CONSTR_GENERATED");
  return {
    column: {
      name,
      type: serial ?? type,
      serial: serial !== undefined,
      nullable: serial === undefined && !has("CONSTR_NOTNULL") && !identity,
      default: defaultOf(has("CONSTR_DEFAULT"), parts, node, text),
      identity: identity ? identityOf(identity) : null,
      ...(identity ? sequenceOf(identity, text) : {}),
      generated: generated ? generatedOf(generated, text) : null,
      comment: null,
      definedAt: { file: text.sql.file, span: text.spanBetween(start, start + 1) },
    },
    constraints: parts.flatMap((part) => readConstraint(part, text, name) ?? []),
  };
}

export function identityOf(constraint: TreeNode): "always" | "by default" {
  return textAt(constraint, "generated_when") === "a" ? "always" : "by default";
}

/** `GENERATED … AS IDENTITY (SEQUENCE NAME a.b)` */
export function sequenceOf(
  constraint: TreeNode,
  text: StatementText,
): Pick<ColumnDefinition, "sequence"> {
  const option = nodesAt(constraint, "options")
    .map((each) => nodeAt(each, "DefElem") ?? {})
    .find((each) => textAt(each, "defname") === "sequence_name");
  if (!option) return {};
  const path = stringsIn(nodesAt(nodeAt(nodeAt(option, "arg") ?? {}, "List") ?? {}, "items"));
  return { sequence: pathName(path, text, locationIndex(constraint, text, "name")) };
}

function defaultOf(
  constraint: TreeNode | undefined,
  parts: readonly TreeNode[],
  column: TreeNode,
  text: StatementText,
): string | null {
  if (!constraint) return null;
  const { statement } = text;
  const places = [...parts, nodeAt(column, "collClause") ?? {}].flatMap(
    (part) => numberAt(part, "location") ?? [],
  );
  const stops = new Set(places.map((place) => statement.offsetOf(place)));
  const keyword = locationIndex(constraint, text, "default");
  const written = expressionFrom(text, keyword + 1, stops);
  return isNull(constraint) ? null : written;
}

/** `DEFAULT NULL` is no default. */
function isNull(constraint: TreeNode): boolean {
  return nodeAt(nodeAt(constraint, "raw_expr") ?? {}, "A_Const")?.isnull === true;
}

function generatedOf(constraint: TreeNode, text: StatementText): string {
  const as = locationIndex(constraint, text, "as");
  return withinParentheses(text, as + 1);
}

function locationIndex(constraint: TreeNode, text: StatementText, word: string): number {
  const start = text.indexAt(text.statement.offsetOf(numberAt(constraint, "location") ?? 0));
  return text.find(start, (each) => each === word);
}
