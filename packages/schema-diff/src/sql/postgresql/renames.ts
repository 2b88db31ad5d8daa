import { nodeAt, textAt, type TreeNode } from "@domain-isolation/sql";
import type { Change, PlacedName, Rename } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { namesOfObject, pathName, relationName } from "./names.js";

const objects: Readonly<Record<string, Rename["object"]>> = {
  OBJECT_TABLE: "table",
  OBJECT_FOREIGN_TABLE: "table",
  OBJECT_VIEW: "view",
  OBJECT_MATVIEW: "view",
  OBJECT_SEQUENCE: "sequence",
  OBJECT_INDEX: "index",
  OBJECT_TYPE: "type",
  OBJECT_DOMAIN: "type",
  OBJECT_FUNCTION: "routine",
  OBJECT_PROCEDURE: "routine",
  OBJECT_ROUTINE: "routine",
  OBJECT_AGGREGATE: "routine",
};

/** `ALTER … RENAME …` */
export function readRename(node: TreeNode, text: StatementText): readonly Change[] {
  const { at } = text;
  const type = textAt(node, "renameType") ?? "";
  const to = textAt(node, "newname") ?? "";
  const old = textAt(node, "subname") ?? "";
  const ifExists = node.missing_ok === true;
  if (type === "OBJECT_COLUMN" || type === "OBJECT_TABCONSTRAINT") {
    const table = relationName(nodeAt(node, "relation"), text);
    const target = { at, table, ifTableExists: ifExists, to } as const;
    return type === "OBJECT_COLUMN"
      ? [{ kind: "rename column", ...target, column: old }]
      : [{ kind: "rename constraint", ...target, name: old }];
  }
  if (type === "OBJECT_SCHEMA") {
    const name = pathName([old], text, 0);
    return [{ kind: "rename", object: "schema", at, name, to, ifExists }];
  }
  const object = objects[type];
  if (!object) return optionsOf(node, text);
  return [{ kind: "rename", object, at, name: nameOf(node, text), to, ifExists }];
}

/** `ALTER … SET SCHEMA …` */
export function readSetSchema(node: TreeNode, text: StatementText): readonly Change[] {
  const object = objects[textAt(node, "objectType") ?? ""];
  if (!object || object === "index" || object === "schema") return [];
  const to = textAt(node, "newschema") ?? "";
  const ifExists = node.missing_ok === true;
  const name = nameOf(node, text);
  return [{ kind: "set schema", object, at: text.at, name, to, ifExists }];
}

/** Triggers, rules and policies that get another name still are their table's. */
function optionsOf(node: TreeNode, text: StatementText): readonly Change[] {
  const relation = nodeAt(node, "relation");
  if (!relation) return [];
  const table = relationName(relation, text);
  return [{ kind: "set options", at: text.at, table, ifTableExists: false }];
}

function nameOf(node: TreeNode, text: StatementText): PlacedName {
  const relation = nodeAt(node, "relation");
  if (relation) return relationName(relation, text);
  return pathName(namesOfObject(nodeAt(node, "object") ?? {}), text, 0);
}
