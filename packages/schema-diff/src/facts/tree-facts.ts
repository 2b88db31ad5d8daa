import type { AddedForeignKey, TreeFacts } from "@domain-isolation/model";
import type { Change, Constraint, PlacedName } from "../changes/change.js";
import { replay } from "../replay/replay.js";
import type { MigrationTree } from "../trees/tree.js";
import { opaqueOf } from "./touches.js";

/** What a tree of migrations comes to. */
export function treeFacts(
  tree: MigrationTree,
  entry: Pick<TreeFacts, "domain" | "path" | "folder">,
): TreeFacts {
  const { format, dialect, migrations, heads, problems } = tree;
  const changes = migrations.flatMap(({ up }) => up);
  const { schema, problems: refused } = replay(changes, dialect);
  return {
    ...entry,
    format: format === "" ? null : format,
    dialect,
    files: [...new Set(migrations.map(({ file }) => file))],
    heads,
    schema,
    addedForeignKeys: changes.flatMap(foreignKeysOf),
    opaque: changes.flatMap(opaqueOf),
    problems,
    refused,
  };
}

function foreignKeysOf(change: Change): readonly AddedForeignKey[] {
  switch (change.kind) {
    case "create table":
      return added(change.name, change.constraints);
    case "add column":
      return added(change.table, change.constraints);
    case "add constraint":
      return added(change.table, [change.constraint]);
    default:
      return [];
  }
}

function added(table: PlacedName, constraints: readonly Constraint[]): readonly AddedForeignKey[] {
  return constraints.flatMap((constraint) => {
    if (constraint.kind !== "foreign key") return [];
    const { columns, references, definedAt } = constraint;
    return [{ table: nameOf(table), columns, references: nameOf(references), at: definedAt }];
  });
}

function nameOf({ schema, name }: PlacedName) {
  return { schema, name };
}
