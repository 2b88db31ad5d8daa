import type { Handle, Value } from "../../values/value.js";
import type { Adapter } from "../adapter.js";
import { handleOf } from "../query.js";
import { rowOf, rowsOf } from "../rows.js";
import type { Model } from "./models.js";
import type { Operation } from "./operations.js";

/** A row of a model; where no class is known, a handle stands for it. */
export function modelRow(model: Model, adapter: Adapter): Value {
  return rowOf(model) ?? handleOf(adapter, "row", { entity: model });
}

/** What a statement gives when it is awaited. */
export function givenRows(
  model: Model,
  gives: NonNullable<Operation["gives"]>,
  adapter: Adapter,
): Value | null {
  const row = modelRow(model, adapter);
  switch (gives) {
    case "row":
      return row;
    case "rows":
      return rowsOf(row, adapter);
    default:
      return handleOf(adapter, gives, { memory: { row } });
  }
}

/** `[user, created]` of what was found or made, `{ rows, count }` of a page. */
export function rowMember({ role, memory, adapter }: Handle, key: string): Value | null {
  const row = memory.row ?? null;
  if (role === "pair") return key === "0" ? row : null;
  return role === "page" && key === "rows" ? rowsOf(row, adapter) : null;
}
