import type { SourcePlace } from "@domain-isolation/model";
import type { PlacedName } from "../../changes/change.js";
import { classMember } from "../python/access.js";
import { entryOf, itemsOf, text, textOf, type ClassValue, type Value } from "../python/value.js";
import { placedName } from "./placed-name.js";
import { argumentOf, sqlalchemyName } from "./sqlalchemy-name.js";

/** The table that a value stands for: `sa.table("t")`, `Table("t", …)`, a model, an alias of one. */
export function tableOf(value: Value | null, at: SourcePlace): PlacedName | null {
  switch (value?.kind) {
    case "class":
      return modelTable(value, at);
    case "member":
      return value.name === "__table__" ? tableOf(value.of, at) : null;
    case "call":
      return calledTable(value, at);
    case "name": {
      // A model that is imported from where nobody looks is still told by its name.
      return null;
    }
    default:
      return null;
  }
}

function calledTable(
  term: Extract<Value, { readonly kind: "call" }>,
  at: SourcePlace,
): PlacedName | null {
  const { callee } = term;
  if (callee.kind === "class") return modelTable(callee, at);
  if (callee.kind === "member") {
    return callee.name === "alias" || callee.name === "create_table"
      ? tableOf(callee.of, at)
      : null;
  }
  if (callee.kind !== "name") return null;
  const isTable = ["table", "Table", "TableClause"].includes(sqlalchemyName(callee) ?? "");
  if (isTable || callee.path === "alembic.op.create_table") {
    return placedName(argumentOf(term, "name", 0), argumentOf(term, "schema"), at);
  }
  return sqlalchemyName(callee) === "aliased" ? tableOf(term.args[0] ?? null, at) : null;
}

/** `class User(Base): __tablename__ = "users"`. */
export function modelTable(model: ClassValue, at: SourcePlace): PlacedName | null {
  const name = classMember(model, "__tablename__");
  if (textOf(name) === null) return tableOf(classMember(model, "__table__"), at);
  return placedName(name, schemaOf(classMember(model, "__table_args__")), at);
}

/** `__table_args__ = {"schema": "s"}`, or a tuple that ends with it. */
function schemaOf(args: Value | null): Value | null {
  const last = args?.kind === "mapping" ? args : (itemsOf(args)?.at(-1) ?? null);
  return last?.kind === "mapping" ? entryOf(last, text("schema")) : null;
}

/** All tables that stand in a value, however deep. */
export function tablesIn(value: Value, at: SourcePlace, depth = 0): readonly PlacedName[] {
  const table = tableOf(value, at);
  if (table) return [table];
  if (depth > 30) return [];
  return partsOf(value).flatMap((part) => tablesIn(part, at, depth + 1));
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "sequence":
      return value.items;
    case "mapping":
      return value.entries.map(([, each]) => each);
    case "member":
      return [value.of];
    case "item":
      return value.key ? [value.of, value.key] : [value.of];
    case "call":
      return [value.callee, ...value.args, ...value.named.values()];
    case "operation":
      return value.operands;
    default:
      return [];
  }
}
