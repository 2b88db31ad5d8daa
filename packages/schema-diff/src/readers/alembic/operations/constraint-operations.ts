import type { Change, Constraint, DropConstraint } from "../../../changes/change.js";
import { textOf } from "../../python/value.js";
import { actionOf, checkConstraint, excludeConstraint, namesOf } from "../constraints.js";
import { indexDefinition } from "../index-definition.js";
import type { Operation } from "./operation.js";

export function createKey(kind: "primary key" | "unique") {
  return (operation: Operation): readonly Change[] | null => {
    const columns = columnsOf(operation, "columns");
    if (columns.length === 0) return null;
    const name = operation.text("constraint_name");
    return add(operation, "table_name", { kind, name, columns, definedAt: operation.at });
  };
}

export function createForeignKey(operation: Operation): readonly Change[] | null {
  const referent = operation.table("referent_table", "referent_schema");
  const columns = columnsOf(operation, "local_cols");
  if (!referent || columns.length === 0) return null;
  return add(
    operation,
    "source_table",
    {
      kind: "foreign key",
      name: operation.text("constraint_name"),
      columns,
      references: { ...referent, columns: columnsOf(operation, "remote_cols") },
      onDelete: actionOf(operation.argument("ondelete")),
      onUpdate: actionOf(operation.argument("onupdate")),
      definedAt: operation.at,
    },
    "source_schema",
  );
}

export function createCheck(operation: Operation): readonly Change[] | null {
  const condition = operation.argument("condition");
  const name = operation.text("constraint_name");
  const constraint = checkConstraint(condition, name, operation.at, operation.dialect);
  return constraint && add(operation, "table_name", constraint);
}

export function createExclusion(operation: Operation): readonly Change[] | null {
  const { term, dialect, rest } = operation;
  const constraint = excludeConstraint(term, operation.text("constraint_name"), dialect, rest);
  return constraint && add(operation, "table_name", constraint);
}

function add(
  operation: Operation,
  tableName: string,
  constraint: Constraint,
  schema = "schema",
): readonly Change[] | null {
  const table = operation.table(tableName, schema);
  const { at } = operation;
  return table && [{ kind: "add constraint", at, table, ifTableExists: false, constraint }];
}

function columnsOf(operation: Operation, name: string): readonly string[] {
  const value = operation.argument(name);
  return value ? namesOf([value]) : [];
}

const kinds: Readonly<Record<string, DropConstraint["constraint"]>> = {
  primary: "primary key",
  foreignkey: "foreign key",
  unique: "unique",
  check: "check",
};

export function dropConstraint(operation: Operation): readonly Change[] | null {
  const table = operation.table("table_name");
  const name = operation.text("constraint_name");
  if (!table || name === null) return null;
  return [
    {
      kind: "drop constraint",
      at: operation.at,
      table,
      ifTableExists: false,
      name,
      constraint: kinds[operation.text("type_") ?? ""] ?? null,
      ifExists: operation.isSet("if_exists"),
      cascade: false,
    },
  ];
}

export function createIndex(operation: Operation): readonly Change[] | null {
  const table = operation.table("table_name");
  const columns = operation.argument("columns");
  if (!table || columns?.kind !== "sequence") return null;
  const index = indexDefinition({
    name: operation.argument("index_name"),
    table,
    parts: columns.items,
    term: operation.term,
    dialect: operation.dialect,
  });
  if (!index || (index.name === null && textOf(operation.argument("index_name")) === null))
    return null;
  const { at } = operation;
  const ifNotExists = operation.isSet("if_not_exists");
  return [{ kind: "create index", at, table, index, ifNotExists }];
}

export function dropIndex(operation: Operation): readonly Change[] | null {
  const name = operation.table("index_name");
  if (!name) return null;
  const table = operation.table("table_name");
  const ifExists = operation.isSet("if_exists");
  return [{ kind: "drop index", at: operation.at, name, table, ifExists, cascade: false }];
}
