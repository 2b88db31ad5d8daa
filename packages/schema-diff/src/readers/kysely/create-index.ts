import type { IndexPart } from "@domain-isolation/model";
import type { Change } from "../../changes/change.js";
import type { Step } from "../source-code/chain.js";
import { plainIndex } from "../source-code/definitions.js";
import { textsOf } from "../source-code/literals.js";
import { dottedName, placeOf } from "../source-code/names.js";
import { opaque, type Run } from "../source-code/run.js";
import { sqlOf } from "./column.js";
import { argumentOf, says, type SchemaCall } from "./schema-calls.js";

/** `createIndex(name).on(table).columns([…])` */
export function createIndex(call: SchemaCall): readonly Change[] {
  const { begun, name, rest, run } = call;
  const table = dottedName(argumentOf(call, "on"), run.analysis, name.schema);
  const parts = rest.flatMap((step) => partsOf(step, run));
  if (!table || parts.includes(null) || parts.length === 0)
    return [opaque(begun.place, "an index is of what is known only when it runs")];
  const at = placeOf(begun.place);
  const method = sqlOf(argumentOf(call, "using"), run)?.toLowerCase() ?? null;
  const index = {
    ...plainIndex({ ...name, schema: table.schema }, [], at),
    parts: parts.filter((each) => each !== null),
    unique: says(rest, "unique"),
    method: method === "btree" ? null : method,
    where: says(rest, "where") ? whereOf(call) : null,
  };
  return [{ kind: "create index", at, table, index, ifNotExists: says(rest, "ifNotExists") }];
}

function partsOf({ name, args }: Step, run: Run): readonly (IndexPart | null)[] {
  if (name === "expression") {
    const expression = sqlOf(args?.[0], run);
    return [expression === null ? null : { column: null, expression, options: "" }];
  }
  if (name !== "column" && name !== "columns") return [];
  return textsOf(args?.[0], run.analysis)?.map(partOf) ?? [null];
}

/** `created_at desc` */
function partOf(text: string): IndexPart {
  const [, column = text, order = ""] = /^(.*?)(?:\s+(asc|desc))?$/iu.exec(text) ?? [];
  return {
    column,
    expression: null,
    options: order.toLowerCase() === "asc" ? "" : order.toLowerCase(),
  };
}

/** `where("deleted_at", "is", null)`, or SQL. */
function whereOf({ rest, run, begun }: SchemaCall): string {
  const conditions = rest
    .filter(({ name }) => name === "where")
    .map(({ args }) => {
      const [left, operator, right] = (args ?? []).map((each) => sqlOf(each, run));
      if (typeof operator !== "string") return left;
      return `${left ?? ""} ${operator} ${right ?? "null"}`;
    });
  return conditions.map((each) => each ?? placeOf(begun.place).file).join(" and ");
}
