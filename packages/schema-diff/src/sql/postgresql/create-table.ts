import {
  nodeAt,
  nodesAt,
  numberAt,
  textAt,
  unwrapNode,
  type TreeNode,
} from "@domain-isolation/sql";
import type { Change, CreateTable, TableLike } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { readColumn } from "./column-definition.js";
import { readConstraint } from "./constraint.js";
import { relationName } from "./names.js";
import { queryOf } from "./queries.js";

const emptyTable = {
  columns: [],
  constraints: [],
  indexes: [],
  like: [],
  inherits: [],
  partitionOf: null,
  as: null,
  comment: null,
} as const;

/** `CREATE TABLE`, and what foreign tables are made with. */
export function readCreateTable(node: TreeNode, text: StatementText): readonly Change[] {
  const base = nodeAt(node, "base") ?? node;
  const relation = nodeAt(base, "relation");
  const elements = nodesAt(base, "tableElts").map(unwrapNode);
  const columns = elements.flatMap(([kind, content]) =>
    kind === "ColumnDef" ? readColumn(content, text) : [],
  );
  const parents = nodesAt(base, "inhRelations").map((each) =>
    relationName(nodeAt(each, "RangeVar"), text),
  );
  const isPartition = nodeAt(base, "partbound") !== null;
  return [
    {
      kind: "create table",
      ...emptyTable,
      at: text.at,
      name: relationName(relation, text),
      ifNotExists: base.if_not_exists === true,
      temporary: textAt(relation ?? {}, "relpersistence") === "t",
      tableKind: kindOf(node, base),
      columns: columns.map(({ column }) => column),
      constraints: [
        ...columns.flatMap(({ constraints }) => constraints),
        ...elements.flatMap(([kind, content]) =>
          kind === "Constraint" ? (readConstraint(content, text, null) ?? []) : [],
        ),
      ],
      like: elements.flatMap(([kind, content], index) => {
        const before = elements.slice(0, index).filter(([each]) => each === "ColumnDef");
        return kind === "TableLikeClause" ? likeOf(content, before.length, text) : [];
      }),
      inherits: isPartition ? [] : parents,
      partitionOf: isPartition ? (parents[0] ?? null) : null,
    },
  ];
}

function kindOf(node: TreeNode, base: TreeNode): CreateTable["tableKind"] {
  if (base !== node) return "foreign";
  return nodeAt(base, "partspec") ? "partitioned" : "table";
}

/** The bits of `TableLikeOption`. */
const likeOptions: readonly (readonly [bit: number, option: TableLike["including"][number]])[] = [
  [1, "comments"],
  [4, "constraints"],
  [8, "defaults"],
  [16, "generated"],
  [32, "identity"],
  [64, "indexes"],
];

function likeOf(node: TreeNode, position: number, text: StatementText): TableLike {
  const options = numberAt(node, "options") ?? 0;
  return {
    position,
    name: relationName(nodeAt(node, "relation"), text),
    including: likeOptions.flatMap(([bit, option]) => ((options & bit) === 0 ? [] : option)),
  };
}

/** `CREATE TABLE … AS`, `CREATE MATERIALIZED VIEW`, and `SELECT … INTO`. */
export function readCreateTableAs(node: TreeNode, text: StatementText): readonly Change[] {
  const into = nodeAt(node, "into") ?? {};
  const relation = nodeAt(into, "rel");
  const name = relationName(relation, text);
  const query = queryOf(nodeAt(node, "query"), text);
  const ifNotExists = node.if_not_exists === true;
  const temporary = textAt(relation ?? {}, "relpersistence") === "t";
  if (textAt(node, "objtype") === "OBJECT_MATVIEW") {
    const view = { viewKind: "materialized", orReplace: false, temporary: false } as const;
    return [{ kind: "create view", at: text.at, name, ifNotExists, query, ...view }];
  }
  const as = { ...query, columns: columnsGiven(into) ?? query.columns };
  const table = { ...emptyTable, tableKind: "table", as } as const;
  return [{ kind: "create table", at: text.at, name, ifNotExists, temporary, ...table }];
}

function columnsGiven(into: TreeNode): readonly string[] | null {
  const names = nodesAt(into, "colNames").flatMap(
    (each) => textAt(nodeAt(each, "String") ?? {}, "sval") ?? [],
  );
  return names.length > 0 ? names : null;
}
