import { nodeAt, nodesAt, textAt, type TreeNode } from "@domain-isolation/sql";
import type { Change, PlacedName } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { typeOfNode } from "./canonical-type.js";
import { namesOfObject, pathName } from "./names.js";

/** `DROP …`: a change for each object that is named. */
export function readDrop(node: TreeNode, text: StatementText): readonly Change[] {
  const type = textAt(node, "removeType") ?? "";
  const ifExists = node.missing_ok === true;
  const cascade = textAt(node, "behavior") === "DROP_CASCADE";
  const { at } = text;
  return nodesAt(node, "objects").flatMap((object): readonly Change[] => {
    const path = namesOfObject(object);
    const name = pathName(path, text, 1);
    const drop = { at, name, ifExists, cascade };
    const kind = droppedKinds[type];
    if (kind) return [{ kind, ...drop }];
    switch (type) {
      case "OBJECT_INDEX":
        return [{ kind: "drop index", ...drop, table: null }];
      case "OBJECT_FUNCTION":
      case "OBJECT_PROCEDURE":
      case "OBJECT_ROUTINE":
      case "OBJECT_AGGREGATE":
        return [{ kind: "drop routine", ...drop, arguments: argumentsOf(object) }];
      case "OBJECT_TRIGGER":
        return [{ kind: "drop trigger", at, ifExists, cascade, ...partOf(path, text) }];
      case "OBJECT_POLICY":
      case "OBJECT_RULE": {
        const { table } = partOf(path, text);
        return [{ kind: "set options", at, table, ifTableExists: ifExists }];
      }
      default:
        return [];
    }
  });
}

const droppedKinds: Readonly<
  Record<string, "drop table" | "drop view" | "drop sequence" | "drop type" | "drop schema">
> = {
  OBJECT_TABLE: "drop table",
  OBJECT_FOREIGN_TABLE: "drop table",
  OBJECT_VIEW: "drop view",
  OBJECT_MATVIEW: "drop view",
  OBJECT_SEQUENCE: "drop sequence",
  OBJECT_TYPE: "drop type",
  OBJECT_DOMAIN: "drop type",
  OBJECT_SCHEMA: "drop schema",
};

/** The types of the arguments by which a routine is told; null where they are left out. */
export function argumentsOf(object: TreeNode): readonly string[] | null {
  const routine = nodeAt(object, "ObjectWithArgs");
  if (!routine || routine.args_unspecified === true) return null;
  return nodesAt(routine, "objargs").map((each) => typeOfNode(nodeAt(each, "TypeName") ?? {}));
}

/** `DROP TRIGGER a ON b.c` is the path `b.c.a`. */
function partOf(path: readonly string[], text: StatementText) {
  const on = text.find(0, (word) => word === "on");
  const table: PlacedName = pathName(path.slice(0, -1), text, on + 1);
  return { name: path.at(-1) ?? "", table };
}
