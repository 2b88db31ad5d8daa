import { nodeAt, textAt, type TreeNode } from "@domain-isolation/sql";
import type { Change, Rename } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { argumentsOf } from "./drops.js";
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
  if (type === "OBJECT_TRIGGER") {
    const table = relationName(nodeAt(node, "relation"), text);
    return [{ kind: "rename trigger", at, table, ifTableExists: ifExists, name: old, to }];
  }
  const object = objects[type];
  if (!object) return optionsOf(node, text);
  return [{ kind: "rename", object, at, to, ifExists, ...objectOf(node, text) }];
}

/** `ALTER … SET SCHEMA …` */
export function readSetSchema(node: TreeNode, text: StatementText): readonly Change[] {
  const object = objects[textAt(node, "objectType") ?? ""];
  if (!object || object === "index" || object === "schema") return [];
  const to = textAt(node, "newschema") ?? "";
  const ifExists = node.missing_ok === true;
  return [{ kind: "set schema", object, at: text.at, to, ifExists, ...objectOf(node, text) }];
}

/** Rules and policies that get another name still are their table's. */
function optionsOf(node: TreeNode, text: StatementText): readonly Change[] {
  const relation = nodeAt(node, "relation");
  if (!relation) return [];
  const table = relationName(relation, text);
  return [{ kind: "set options", at: text.at, table, ifTableExists: false }];
}

function objectOf(node: TreeNode, text: StatementText): Pick<Rename, "name" | "arguments"> {
  const relation = nodeAt(node, "relation");
  if (relation) return { name: relationName(relation, text) };
  const object = nodeAt(node, "object") ?? {};
  const given = argumentsOf(object);
  const name = pathName(namesOfObject(object), text, 0);
  return given === null ? { name } : { name, arguments: given };
}
