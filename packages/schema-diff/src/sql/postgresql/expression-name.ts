import {
  nodeAt,
  nodesAt,
  parseStatements,
  textAt,
  unwrapNode,
  type TreeNode,
} from "@domain-isolation/sql";
import { stringsIn } from "./strings-in.js";

/** How sure a name is: a type's or a keyword's gives way to one from within. */
interface Found {
  readonly name: string;
  readonly isSure: boolean;
}

/**
 * What PostgreSQL calls a column that an expression makes; null for what is nameless (`?column?`).
 * `FigureColnameInternal` in https://github.com/postgres/postgres/blob/master/src/backend/parser/parse_target.c
 */
export function nameOfExpression(node: TreeNode): string | null {
  return figure(node)?.name ?? null;
}

/** The same of a text. */
export function nameOfExpressionText(expression: string): string | null {
  const [statement] = parseStatements(`SELECT (${expression}\n)`, "postgresql");
  const select = statement?.tree && nodeAt(statement.tree, "SelectStmt");
  const [target] = select ? nodesAt(select, "targetList") : [];
  return nameOfExpression(nodeAt(nodeAt(target ?? {}, "ResTarget") ?? {}, "val") ?? {});
}

const keywords: Readonly<Record<string, string>> = {
  CoalesceExpr: "coalesce",
  A_ArrayExpr: "array",
  RowExpr: "row",
  GroupingFunc: "grouping",
  XmlSerialize: "xmlserialize",
};

type Figure = (content: TreeNode) => Found | null;

const figures: Readonly<Record<string, Figure>> = {
  ColumnRef: (content) => sure(stringsIn(nodesAt(content, "fields")).at(-1)),
  FuncCall: (content) => sure(stringsIn(nodesAt(content, "funcname")).at(-1)),
  A_Indirection: (content) =>
    sure(stringsIn(nodesAt(content, "indirection")).at(-1)) ?? inner(content, "arg"),
  CollateClause: (content) => inner(content, "arg"),
  TypeCast: typeCast,
  CaseExpr: (content) => orUnsure(inner(content, "defresult"), "case"),
  A_Expr: (content) => (textAt(content, "kind") === "AEXPR_NULLIF" ? sure("nullif") : null),
  MinMaxExpr: (content) => sure(textAt(content, "op") === "IS_LEAST" ? "least" : "greatest"),
  SQLValueFunction: (content) =>
    sure(
      textAt(content, "op")
        ?.replaceAll(/^SVFOP_|_N$/gu, "")
        .toLowerCase(),
    ),
  SubLink: (content) =>
    textAt(content, "subLinkType") === "EXISTS_SUBLINK" ? sure("exists") : null,
};

function figure(node: TreeNode): Found | null {
  const [kind, content] = unwrapNode(node);
  return sure(keywords[kind]) ?? figures[kind]?.(content) ?? null;
}

function sure(name: string | undefined): Found | null {
  return name === undefined ? null : { name, isSure: true };
}

function inner(content: TreeNode, key: string): Found | null {
  const child = nodeAt(content, key);
  return child ? figure(child) : null;
}

function orUnsure(found: Found | null, name: string): Found {
  return found?.isSure === true ? found : { name, isSure: false };
}

function typeCast(content: TreeNode): Found | null {
  const type = stringsIn(nodesAt(nodeAt(content, "typeName") ?? {}, "names")).at(-1);
  const found = inner(content, "arg");
  return type === undefined ? found : orUnsure(found, type);
}
