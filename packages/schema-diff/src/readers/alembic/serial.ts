import type { Dialect } from "@domain-isolation/model";
import type { Constraint } from "../../changes/change.js";
import type { WrittenColumn } from "./column.js";
import { argumentOf, calledName } from "./sqlalchemy-name.js";

/**
 * Whether the database gives out the numbers of a column: SQLAlchemy lets it for the only column of
 * a primary key, if it is of whole numbers, refers to nothing, and has no other source of values.
 */
export function isSerial(
  column: WrittenColumn,
  key: readonly string[],
  constraints: readonly Constraint[],
  dialect: Dialect,
): boolean {
  const { definition, type, autoincrement, term } = column;
  const isKey = key.includes(definition.name);
  if (!isKey || type.integer === null || definition.identity !== null) return false;
  if (dialect === "postgresql" && hasOwnSource(column)) return false;
  if (autoincrement !== null) return autoincrement;
  const isFree = !refersElsewhere(column, constraints) && !term.named.has("server_default");
  return key.length === 1 && isFree && definition.generated === null;
}

function refersElsewhere(
  { definition, constraints: own }: WrittenColumn,
  all: readonly Constraint[],
) {
  return [...own, ...all].some(
    (each) => each.kind === "foreign key" && each.columns.includes(definition.name),
  );
}

/** What the program gives when it inserts: a value, or the next of a sequence. */
function hasOwnSource({ term }: WrittenColumn): boolean {
  const isGiven =
    argumentOf(term, "default") !== null && argumentOf(term, "default")?.kind !== "none";
  return isGiven || term.args.some((each) => calledName(each) === "Sequence");
}
