import type { World } from "../world.js";
import type { Batch, Operation } from "./operation.js";

/** What SQLite can't do to a table that is there; Alembic has batches for it. */
const batchOnly = new Set([
  ...["create_primary_key", "create_unique_constraint", "create_check_constraint"],
  ...["create_foreign_key", "drop_constraint"],
]);

/**
 * Whether a call fails in any case, where the migration is ready for that: it goes on behind its
 * `try`. Where it isn't, what is meant is told all the same.
 */
export function isRefused(
  name: string,
  operation: Operation,
  batch: Batch | null,
  world: World,
): boolean {
  if (!world.isTolerant()) return false;
  const isNameless = operation.argument("constraint_name")?.kind === "none";
  if (name === "drop_constraint" && isNameless) return true;
  if (world.dialect !== "sqlite" || batch) return false;
  return batchOnly.has(name) || (name === "alter_column" && altersMoreThanNames(operation));
}

/** SQLite can rename a column, and no more. */
function altersMoreThanNames(operation: Operation): boolean {
  return ["nullable", "type_", "server_default"].some((name) => operation.argument(name) !== null);
}
