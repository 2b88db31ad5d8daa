import type { TableAccess, TableVia } from "@domain-isolation/model";
import { spanOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import { branchesOf } from "../branches.js";
import { touch, type Touch } from "../query.js";
import { tableName } from "../table-name.js";
import { sourceTouch } from "./raw.js";
import { remembered } from "./remembered.js";
import { storedName } from "./stored-name.js";

/** How a statement uses the table that an argument names. */
export interface TableUsage {
  readonly access: TableAccess;
  readonly via: TableVia;
}

const nothing: Touch = { tables: [], isGeneric: false, opaque: null };

/** What names a table: a text, an object of aliases, a subquery, a callback, SQL. */
export function tableTouch(
  argument: Place,
  usage: TableUsage,
  handle: Handle,
  analysis: Analysis,
): Touch {
  const again = (each: Place) => tableTouch(each, usage, handle, analysis);
  const branches = branchesOf(argument, analysis);
  if (branches.length > 1) return placedIn(argument, joined(branches.map(again)));
  const value = analysis.evaluate(argument);
  switch (value?.is) {
    case "function":
      return nothing;
    case "object":
      return aliasesTouch(argument, again, analysis);
    case "handle":
      return handleTouch(value, again, analysis);
    case "text": {
      const text = analysis.constant(argument);
      return text === null
        ? unknownTouch(argument)
        : namedTouch(text, argument, usage, handle, analysis);
    }
    case "parameter":
      return touch(value, usage.access, usage.via, argument, unknown(argument));
    default:
      return unknownTouch(argument);
  }
}

/** `knex.ref("users")`, `knex.raw("users as u")`, a subquery */
function handleTouch(handle: Handle, each: (place: Place) => Touch, analysis: Analysis): Touch {
  const { text, role, query } = handle;
  if (role === "reference" && text?.is === "text") return each(text.place);
  const source = sourceTouch(handle, analysis) ?? nothing;
  return query ? { ...source, parts: [...(source.parts ?? []), query.root.node] } : source;
}

/** `{ u: "users", o: subquery }` */
function aliasesTouch(argument: Place, each: (place: Place) => Touch, analysis: Analysis): Touch {
  const properties = analysis.properties(argument);
  const touches = (properties?.entries ?? []).map(({ value }) => each(value));
  return joined([...touches, { ...nothing, opaque: properties?.opaque ?? null }]);
}

function namedTouch(
  text: string,
  place: Place,
  { access, via }: TableUsage,
  handle: Handle,
  analysis: Analysis,
): Touch {
  const found = tableName(text, place);
  if (!found) return { ...nothing, opaque: unknown(place) };
  const { span } = found;
  const name = storedName(found.name, analysis);
  const [own] = remembered(handle, "schema");
  const schema = found.schema ?? own ?? null;
  return { ...nothing, tables: [{ name, schema, entity: null, access, via, place, span }] };
}

/** A table that a constant names is named where the constant stands. */
function placedIn(place: Place, touch: Touch): Touch {
  const { start, end } = spanOf(place.node);
  const isHere = ({ node, module }: Place) => {
    const inner = spanOf(node);
    return module === place.module && start <= inner.start && inner.end <= end;
  };
  const tables = touch.tables.map((table) =>
    isHere(table.place) ? table : { ...table, place, span: null },
  );
  return { ...touch, tables };
}

function joined(touches: readonly Touch[]): Touch {
  return {
    tables: touches.flatMap(({ tables }) => tables),
    parts: touches.flatMap(({ parts = [] }) => parts),
    isGeneric: touches.some(({ isGeneric }) => isGeneric),
    opaque: touches.find(({ opaque }) => opaque !== null)?.opaque ?? null,
  };
}

function unknownTouch(place: Place): Touch {
  return { ...nothing, isGeneric: true, opaque: unknown(place) };
}

function unknown({ node, module }: Place): string {
  const { start, end } = spanOf(node);
  return `its table \`${module.source.text.slice(start, end)}\` is worked out when it runs`;
}
