import type { Dialect } from "@domain-isolation/model";
import type { Change, CreateTable, CreateView } from "../../changes/change.js";
import { objectKey } from "../object-key.js";

/** What a schema doesn't keep of the object that a change makes, as a clause; null where it keeps all. */
export function missingOf(change: Change, dialect: Dialect): string | null {
  switch (change.kind) {
    case "create type":
      return change.type === "enum" ? null : `${change.type} ${objectKey(change.name)}: ${ofType}`;
    case "create routine": {
      const own = `${objectKey(change.name)}(${change.arguments.join(", ")})`;
      return `${change.routine} ${own}: its body isn't kept`;
    }
    case "create trigger":
      return `trigger ${change.name} of ${objectKey(change.table)}: what it does isn't kept`;
    case "attach partition":
      return `${objectKey(change.other)} is a partition of ${objectKey(change.table)}: of which rows isn't kept`;
    case "create table":
      return missingOfTable(change, dialect);
    case "create view":
      return missingOfView(change);
    default:
      return null;
  }
}

const ofType = "what it is made of isn't kept";

const ofTable: Readonly<Record<CreateTable["tableKind"], string | null>> = {
  table: null,
  partitioned: "is partitioned: by what isn't kept",
  foreign: "is a foreign table: of which server isn't kept",
  virtual: "is a virtual table: of which module isn't kept",
};

function missingOfTable(
  { name, tableKind, columns }: CreateTable,
  dialect: Dialect,
): string | null {
  const missing = ofTable[tableKind];
  if (missing !== null) return `${objectKey(name)} ${missing}`;
  // In SQLite a column may have none.
  if (dialect === "sqlite") return null;
  const untyped = columns.filter(({ type }) => type === "").map((column) => column.name);
  return untyped.length === 0
    ? null
    : `${objectKey(name)}: the types of ${untyped.join(", ")} aren't known, text stands for them`;
}

/** Its text names tables as they were found when it was written. */
function missingOfView({ name, query }: CreateView): string | null {
  const otherwise = query.reads
    .filter(({ schema, name: read }) => {
      const words = schema === null || schema === "public" ? [read] : [schema, read];
      return words.some((word) => !query.text.toLowerCase().includes(word.toLowerCase()));
    })
    .map(objectKey);
  return otherwise.length === 0
    ? null
    : `${objectKey(name)}: its text names ${otherwise.join(", ")} otherwise than it is called now`;
}
