import { addColumn, alterColumn, dropColumn } from "./column-operations.js";
import {
  createCheck,
  createExclusion,
  createForeignKey,
  createIndex,
  createKey,
  dropConstraint,
  dropIndex,
} from "./constraint-operations.js";
import type { OperationReader, Parameters } from "./operation.js";
import { commentTable, createTable, dropTable, renameTable } from "./table-operations.js";

export interface KnownOperation {
  readonly parameters: Parameters;
  readonly read: OperationReader;
}

function known(
  read: OperationReader,
  names: readonly string[],
  table: string | null,
  formerly: Readonly<Record<string, string>> = {},
): KnownOperation {
  return { read, parameters: { names, table, formerly } };
}

const constraint = ["constraint_name", "table_name"];
const named = {
  name: "constraint_name",
  source: "table_name",
  local_cols: "columns",
  cols: "columns",
};
const index = { name: "index_name", tablename: "table_name" };

/** What `op` can do: https://alembic.sqlalchemy.org/en/latest/ops.html */
export const operations: Readonly<Record<string, KnownOperation>> = {
  create_table: known(createTable, ["table_name"], null, { name: "table_name" }),
  drop_table: known(dropTable, ["table_name"], null, { name: "table_name" }),
  rename_table: known(renameTable, ["old_table_name", "new_table_name", "schema"], null),
  create_table_comment: known(commentTable, ["table_name", "comment"], "table_name"),
  drop_table_comment: known(commentTable, ["table_name"], "table_name"),
  add_column: known(addColumn, ["table_name", "column"], "table_name"),
  drop_column: known(dropColumn, ["table_name", "column_name"], "table_name"),
  alter_column: known(alterColumn, ["table_name", "column_name", "nullable"], "table_name"),
  create_index: known(createIndex, ["index_name", "table_name", "columns"], "table_name", index),
  drop_index: known(dropIndex, ["index_name", "table_name"], "table_name", index),
  create_primary_key: known(
    createKey("primary key"),
    [...constraint, "columns"],
    "table_name",
    named,
  ),
  create_unique_constraint: known(
    createKey("unique"),
    [...constraint, "columns"],
    "table_name",
    named,
  ),
  create_check_constraint: known(createCheck, [...constraint, "condition"], "table_name", named),
  create_exclude_constraint: known(createExclusion, constraint, "table_name"),
  create_foreign_key: known(
    createForeignKey,
    ["constraint_name", "source_table", "referent_table", "local_cols", "remote_cols"],
    "source_table",
    { name: "constraint_name", source: "source_table", referent: "referent_table" },
  ),
  drop_constraint: known(dropConstraint, [...constraint, "type_"], "table_name", {
    name: "constraint_name",
    tablename: "table_name",
  }),
};
