import { nodeAt, nodesAt, textAt, type TreeNode } from "@domain-isolation/sql";
import type { Change, OwnerColumn } from "../../changes/change.js";
import type { UserType } from "@domain-isolation/model";
import type { StatementText } from "../statement-text.js";
import { listName, pathName, relationName } from "./names.js";
import { stringsIn } from "./strings-in.js";

type Read = (node: TreeNode, text: StatementText) => readonly Change[];

function creating(type: UserType["kind"], key: string): Read {
  return (node, text) => {
    const name = listName(nodesAt(node, key), text, 1);
    const values = stringsIn(nodesAt(node, "vals"));
    return [{ kind: "create type", at: text.at, name, type, values }];
  };
}

export const readCreateEnum = creating("enum", "typeName");
export const readCreateDomain = creating("domain", "domainname");
export const readCreateRange = creating("range", "typeName");

export function readCreateComposite(node: TreeNode, text: StatementText): readonly Change[] {
  const name = relationName(nodeAt(node, "typevar"), text);
  return [{ kind: "create type", at: text.at, name, type: "composite", values: [] }];
}

/** `ALTER TYPE … ADD VALUE`, `… RENAME VALUE` */
export function readAlterEnum(node: TreeNode, text: StatementText): readonly Change[] {
  const { at } = text;
  const name = listName(nodesAt(node, "typeName"), text, 1);
  const value = textAt(node, "newVal") ?? "";
  const old = textAt(node, "oldVal");
  if (old !== null) return [{ kind: "rename enum value", at, name, value: old, to: value }];
  const neighbour = textAt(node, "newValNeighbor");
  const ifNotExists = node.skipIfNewValExists === true;
  const position =
    neighbour === null
      ? null
      : node.newValIsAfter === true
        ? { after: neighbour }
        : { before: neighbour };
  return [{ kind: "add enum value", at, name, value, ifNotExists, position }];
}

export function readCreateSequence(node: TreeNode, text: StatementText): readonly Change[] {
  const name = relationName(nodeAt(node, "sequence"), text);
  const ifNotExists = node.if_not_exists === true;
  const ownedBy = ownerOf(node, text)?.owner ?? null;
  return [{ kind: "create sequence", at: text.at, name, ifNotExists, ownedBy }];
}

export function readAlterSequence(node: TreeNode, text: StatementText): readonly Change[] {
  const name = relationName(nodeAt(node, "sequence"), text);
  const owned = ownerOf(node, text);
  return owned ? [{ kind: "alter sequence", at: text.at, name, ownedBy: owned.owner }] : [];
}

/** `OWNED BY a.b.c`; its owner is null for `OWNED BY NONE`. Null where it says nothing. */
function ownerOf(
  node: TreeNode,
  text: StatementText,
): { readonly owner: OwnerColumn | null } | null {
  const option = nodesAt(node, "options")
    .map((each) => nodeAt(each, "DefElem") ?? {})
    .find((each) => textAt(each, "defname") === "owned_by");
  if (!option) return null;
  const path = stringsIn(nodesAt(nodeAt(nodeAt(option, "arg") ?? {}, "List") ?? {}, "items"));
  if (path.length < 2) return { owner: null };
  const owned = text.find(0, (word) => word === "owned");
  const table = pathName(path.slice(0, -1), text, owned + 2);
  return { owner: { table, column: path.at(-1) ?? "" } };
}
