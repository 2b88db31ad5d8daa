import type { TableAccess, TableVia } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import { readSource } from "../../text/read-fragment.js";
import type { Place } from "../../values/place.js";
import type { Handle, Query, Value } from "../../values/value.js";
import { branchesOf } from "../branches.js";
import { tableName } from "../table-name.js";
import { added, touch, withPart } from "../query.js";
import { unknownTable } from "../unknown-table.js";
import { databaseName } from "./casing.js";
import { dialectsOf, schemaOf } from "./client.js";

/** How a statement uses what an argument names. */
export interface Usage {
  readonly access: TableAccess;
  readonly via: TableVia;
}

/** `"users as u"`, a list of such, a subquery, "sql`…`": what a method of a builder is given. */
export function withSource(
  query: Query,
  argument: Place,
  usage: Usage,
  handle: Handle,
  analysis: Analysis,
): Query {
  const again = (all: Query, each: Place) => withSource(all, each, usage, handle, analysis);
  const branches = branchesOf(argument, analysis);
  const several = branches.length > 1 ? branches : analysis.elements(argument);
  if (several) return several.reduce(again, query);
  const text = analysis.constant(argument);
  if (text !== null) return withTable(query, text, argument, usage, handle, analysis);
  const value = analysis.evaluate(argument);
  switch (value?.is) {
    case "function":
      return query;
    case "handle":
      return withHandle(query, value, argument, usage, handle, analysis);
    default:
      return added(query, unknownTouch(value, argument, usage));
  }
}

function unknownTouch(value: Value | null, argument: Place, { access, via }: Usage) {
  const parameter = value?.is === "parameter" ? value : null;
  return touch(parameter, access, via, argument, unknownTable(argument));
}

function withTable(
  query: Query,
  text: string,
  place: Place,
  { access, via }: Usage,
  handle: Handle,
  analysis: Analysis,
): Query {
  const found = tableName(text, place);
  if (!found) return added(query, unknownTouch(null, place, { access, via }));
  const schema = found.schema ?? schemaOf(handle, analysis);
  const name = databaseName(found.name, handle, analysis);
  const table = { name, schema, entity: null, access, via, place, span: found.span };
  return added(query, { tables: [table], isGeneric: false, opaque: null });
}

/** A subquery, `sql.table("users")`, "sql`…`.as(…)" */
function withHandle(
  query: Query,
  part: Handle,
  place: Place,
  usage: Usage,
  handle: Handle,
  analysis: Analysis,
): Query {
  const { text, named } = part;
  if (part.role === "dynamic" && named) {
    return withSource(query, named, usage, handle, analysis);
  }
  if (text?.is === "identifier") {
    return withTable(query, text.names.join("."), place, usage, handle, analysis);
  }
  if (text?.is !== "text") return withPart(query, part);
  return added(
    withPart(query, part),
    readSource(text.place, dialectsOf(handle, analysis), analysis),
  );
}
