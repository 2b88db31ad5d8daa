import type { Change, PlacedName } from "../../../changes/change.js";
import { itemsOf, textOf, type Value } from "../../python/value.js";
import { tableChanges, tableDefinition } from "../table-definition.js";
import { opaque } from "../world.js";
import type { Operation } from "./operation.js";

export function createTable(operation: Operation): readonly Change[] | null {
  const name = operation.table("table_name");
  if (!name) return null;
  const { at, term, dialect } = operation;
  const items = operation.rest.flatMap((item) => (item.kind === "sequence" ? item.items : [item]));
  const definition = tableDefinition(items, name, at, dialect);
  const changes = tableChanges(
    {
      kind: "create table",
      at,
      name,
      ifNotExists: operation.isSet("if_not_exists"),
      temporary: isTemporary(operation),
      tableKind: operation.text("postgresql_partition_by") === null ? "table" : "partitioned",
      columns: definition.columns,
      constraints: definition.constraints,
      indexes: [],
      like: [],
      inherits: inheritedTables(operation),
      partitionOf: null,
      as: null,
      comment: operation.text("comment"),
    },
    definition,
  );
  const unread = term.isPartial
    ? ["some of its columns aren't known", ...definition.unread]
    : definition.unread;
  return [...changes, ...unread.map((reason) => opaque(at, reason, { writes: [name] }))];
}

function isTemporary(operation: Operation): boolean {
  const prefixes = itemsOf(operation.argument("prefixes")) ?? [];
  return prefixes.some((prefix) => /^temp/iu.test(textOf(prefix) ?? ""));
}

function inheritedTables(operation: Operation): readonly PlacedName[] {
  const { at, dialect } = operation;
  const parents: Value | null =
    dialect === "postgresql" ? operation.argument("postgresql_inherits") : null;
  const names = parents?.kind === "sequence" ? parents.items : parents ? [parents] : [];
  return names.flatMap((each) => {
    const name = textOf(each);
    return name === null ? [] : [{ schema: null, name, span: at.span }];
  });
}

export function dropTable(operation: Operation): readonly Change[] | null {
  const name = operation.table("table_name");
  const ifExists = operation.isSet("if_exists");
  return name && [{ kind: "drop table", at: operation.at, name, ifExists, cascade: false }];
}

export function renameTable(operation: Operation): readonly Change[] | null {
  const name = operation.table("old_table_name");
  const to = operation.text("new_table_name");
  if (!name || to === null) return null;
  return [{ kind: "rename", at: operation.at, object: "table", name, to, ifExists: false }];
}

export function commentTable(operation: Operation): readonly Change[] | null {
  const table = operation.table("table_name");
  if (!table) return null;
  return [
    { kind: "comment", at: operation.at, table, column: null, text: operation.text("comment") },
  ];
}
