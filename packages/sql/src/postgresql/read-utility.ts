import { nodeAt, nodesAt, textAt, type TreeNode } from "../tree/tree-node.js";
import { addTable, addTarget, walkTree, type Reader, type Walk } from "./walk.js";

/** Kinds of objects that `ALTER`, `DROP`, `COMMENT` … can be about, and that are no tables. */
const relationTypes = new Set([
  ...["OBJECT_TABLE", "OBJECT_VIEW", "OBJECT_MATVIEW", "OBJECT_FOREIGN_TABLE"],
  ...["OBJECT_COLUMN", "OBJECT_TABCONSTRAINT", "OBJECT_TRIGGER", "OBJECT_POLICY", "OBJECT_RULE"],
]);

/** Those that are named as a part of their table: `COMMENT ON COLUMN a.b`, `DROP TRIGGER c ON a`. */
const partTypes = new Set([
  ...["OBJECT_COLUMN", "OBJECT_TABCONSTRAINT", "OBJECT_TRIGGER", "OBJECT_POLICY", "OBJECT_RULE"],
]);

/** Statements about objects of the database: all that they name is written, unless it is read. */
export function readDefinition(statement: TreeNode, walk: Walk): void {
  const written: Walk = { ...walk, access: "write" };
  const type = objectTypeOf(statement);
  const isAboutTable = type === null || relationTypes.has(type);
  if (isAboutTable) {
    addTarget(nodeAt(statement, "relation"), written);
    addTarget(nodeAt(nodeAt(statement, "into") ?? {}, "rel"), written);
    addTarget(nodeAt(statement, "view"), written);
  }
  const rest = { ...statement, relation: null, into: null, view: null, sequence: null };
  walkTree(isAboutTable ? rest : { ...rest, objects: null }, written);
}

function objectTypeOf(statement: TreeNode): string | null {
  for (const key of ["objtype", "objectType", "removeType"]) {
    const type = textAt(statement, key);
    if (type !== null) return type;
  }
  // `ALTER TYPE … RENAME ATTRIBUTE` renames a part of what is no table.
  const renamed = textAt(statement, "renameType");
  return renamed === "OBJECT_ATTRIBUTE" ? textAt(statement, "relationType") : renamed;
}

/** `DROP`, `COMMENT ON`, `SECURITY LABEL`: lists of names, without their places. */
export function readNamed(statement: TreeNode, walk: Walk): void {
  const type = objectTypeOf(statement) ?? "";
  if (!relationTypes.has(type)) return;
  const object = nodeAt(statement, "object");
  for (const list of object ? [object] : nodesAt(statement, "objects")) {
    const names = namesIn(nodesAt(nodeAt(list, "List") ?? {}, "items"));
    const path = partTypes.has(type) ? names.slice(0, -1) : names;
    const isBehindOn = partTypes.has(type) && type !== "OBJECT_COLUMN";
    const place = isBehindOn ? ["on"] : ["table", "view", "column", "exists", ","];
    if (path.length > 0) walk.found.tables.push({ path, access: "write", place });
  }
}

function namesIn(items: readonly TreeNode[]): readonly string[] {
  return items.map((item) => textAt(nodeAt(item, "String") ?? {}, "sval") ?? "");
}

/** `ALTER TABLE a RENAME TO b` makes a table of that name. */
export function readRename(statement: TreeNode, walk: Walk): void {
  readDefinition(statement, walk);
  const type = textAt(statement, "renameType") ?? "";
  const name = textAt(statement, "newname");
  if (name === null || !relationTypes.has(type) || partTypes.has(type)) return;
  const schema = textAt(nodeAt(statement, "relation") ?? {}, "schemaname");
  const path = schema === null ? [name] : [schema, name];
  walk.found.tables.push({ path, access: "write", place: ["to"] });
}

/** `CREATE SEQUENCE … OWNED BY a.b` names a table as `[a, b]`. */
export function readSequence(statement: TreeNode, walk: Walk): void {
  for (const option of nodesAt(statement, "options")) {
    const element = nodeAt(option, "DefElem") ?? {};
    if (textAt(element, "defname") !== "owned_by") continue;
    const path = namesIn(nodesAt(nodeAt(nodeAt(element, "arg") ?? {}, "List") ?? {}, "items"));
    if (path.length < 2) continue;
    walk.found.tables.push({ path: path.slice(0, -1), access: "write", place: ["by"] });
  }
}

/** A statement that touches the tables it names in one way, whatever they are named for. */
export function readingAs(access: Walk["access"]): Reader {
  return (statement, walk) => {
    walkTree(statement, { ...walk, access });
  };
}

/** `REINDEX INDEX a` names no table. */
export function readReindex(statement: TreeNode, walk: Walk): void {
  if (textAt(statement, "kind") === "REINDEX_OBJECT_TABLE") readDefinition(statement, walk);
}

export function readCopy(statement: TreeNode, walk: Walk): void {
  const relation = nodeAt(statement, "relation");
  if (statement.is_from === true) addTarget(relation, walk);
  else if (relation) addTable(relation, walk);
  walkTree({ ...statement, relation: null }, walk);
}

/** What a foreign key or `LIKE` points to stays as it is. */
export function readReferenced(key: "pktable" | "relation"): Reader {
  return (node, walk) => {
    const table = nodeAt(node, key);
    if (table) addTable(table, { ...walk, access: "read" });
    walkTree({ ...node, [key]: null }, walk);
  };
}

/** `REFERENCING NEW TABLE AS a`: for the trigger's function `a` is a table, and for nobody else. */
export function readTrigger(statement: TreeNode, walk: Walk): void {
  readDefinition(statement, walk);
  for (const transition of nodesAt(statement, "transitionRels")) {
    const name = textAt(nodeAt(transition, "TriggerTransition") ?? {}, "name");
    if (name !== null) walk.found.temporary.push(name);
  }
}
