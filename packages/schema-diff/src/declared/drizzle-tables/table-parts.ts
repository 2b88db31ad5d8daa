import type { IndexPart } from "@domain-isolation/model";
import type { Place } from "@domain-isolation/source-facts";
import type { Constraint, IndexDefinition } from "../../changes/change.js";
import { textOf } from "../../readers/source-code/literals.js";
import { nameSpan, placeOf } from "../../readers/source-code/names.js";
import { optionsOf } from "../../readers/source-code/options.js";
import { originOf } from "../../readers/source-code/origin.js";
import { unknownInSchema } from "../unknown-in-schema.js";
import { drizzleCall, type DrizzleCall } from "./drizzle-call.js";
import { foreignKey, usesOf } from "./foreign-key.js";
import { indexPart } from "./index-part.js";
import { sqlText } from "./sql-text.js";
import type { TableCall } from "./table-call.js";
import { columnUse, type DrizzleReading } from "./table-reading.js";
import { returnedBy } from "./whole-chain.js";

/** What stands behind the columns of a table: https://orm.drizzle.team/docs/indexes-constraints */
export interface TableParts {
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly IndexDefinition[];
  readonly unread: readonly string[];
}

export function readParts(table: TableCall, reading: DrizzleReading): TableParts {
  const { parts: place } = table;
  const written = place ? writtenParts(place, reading) : [];
  if (!written) {
    const unread = ["its keys and indexes are known only when it runs"];
    return { constraints: [], indexes: [], unread };
  }
  const found = written.map((part) => readPart(part, table, reading));
  return {
    constraints: found.flatMap((part) => part.constraint ?? []),
    indexes: found.flatMap((part) => part.index ?? []),
    unread: found.flatMap((part) => part.unread ?? []),
  };
}

/** In a list, or in an object whose properties say nothing. */
function writtenParts(place: Place, { analysis }: DrizzleReading): readonly Place[] | null {
  const origin = originOf(place, analysis);
  const given = originOf(returnedBy(origin) ?? origin, analysis);
  const elements = analysis.elements(given);
  if (elements) return elements;
  const properties = analysis.properties(given);
  return properties?.opaque === null ? properties.entries.map(({ value }) => value) : null;
}

interface Part {
  readonly constraint?: Constraint;
  readonly index?: IndexDefinition;
  readonly unread?: string;
}

function readPart(place: Place, table: TableCall, reading: DrizzleReading): Part {
  const call = drizzleCall(place, reading.analysis);
  if (!call) return { unread: "one of its keys or indexes isn't known" };
  const found = partOf(call, table, reading);
  return found ?? { unread: `its \`${call.name}\` is known only when it runs` };
}

function partOf(call: DrizzleCall, table: TableCall, reading: DrizzleReading): Part | null {
  switch (call.name) {
    case "index":
    case "uniqueIndex":
      return indexOf(call, table, reading);
    case "unique":
      return uniqueOf(call, table, reading);
    case "primaryKey":
      return primaryKeyOf(call, table, reading);
    case "foreignKey": {
      const constraint = foreignKey(call, table, reading);
      return constraint && { constraint };
    }
    case "check":
      return checkOf(call, table, reading);
    case "pgPolicy":
      return {};
    default:
      return null;
  }
}

/** `unique("name").on(t.a, t.b)`, in the columns' order. */
function uniqueOf(call: DrizzleCall, table: TableCall, reading: DrizzleReading): Part | null {
  const on = call.rest.find(({ name }) => name === "on");
  const uses = on?.args?.map((each) => columnUse(each, table, reading));
  if (!uses?.every((use) => use !== null)) return null;
  const [name] = call.args;
  return {
    constraint: {
      kind: "unique",
      name: name ? textOf(name, reading.analysis) : null,
      columns: uses.map(({ column }) => column),
      definedAt: placeOf(call.place),
    },
  };
}

/** `primaryKey({ columns: [t.a, t.b], name })`, and before version 0.29 `primaryKey(t.a, t.b)`. */
function primaryKeyOf(call: DrizzleCall, table: TableCall, reading: DrizzleReading): Part | null {
  const options = optionsOf(call.args[0], reading.analysis);
  const listed = usesOf(options?.place("columns"), table, reading);
  const uses = listed ?? call.args.map((each) => columnUse(each, table, reading));
  if (!uses.every((use) => use !== null)) return null;
  return {
    constraint: {
      kind: "primary key",
      name: reading.dialect === "postgresql" ? (options?.text("name") ?? null) : null,
      columns: uses.map(({ column }) => column),
      definedAt: placeOf(call.place),
    },
  };
}

function checkOf(call: DrizzleCall, table: TableCall, reading: DrizzleReading): Part {
  const [name, condition] = call.args;
  const text = condition && sqlText(condition, nameIn(table, reading), reading);
  return {
    constraint: {
      kind: "check",
      name: name ? textOf(name, reading.analysis) : null,
      expression: text ?? unknownInSchema,
      definedAt: placeOf(call.place),
    },
  };
}

function nameIn(table: TableCall, reading: DrizzleReading) {
  return (place: Place) => columnUse(place, table, reading)?.column ?? null;
}

function indexOf(call: DrizzleCall, table: TableCall, reading: DrizzleReading): Part | null {
  const { method, columns } = whatIsIndexed(call, reading);
  const nameOf = nameIn(table, reading);
  const parts = columns.map((each) => indexPart(each, nameOf, reading));
  if (parts.length === 0 || !parts.every((part) => part !== null)) return null;
  const where = call.rest.find(({ name }) => name === "where")?.args?.[0];
  return {
    index: {
      name: indexName(call, parts, table, reading),
      unique: call.name === "uniqueIndex",
      parts,
      include: [],
      method,
      where: where ? (sqlText(where, nameOf, reading) ?? unknownInSchema) : null,
      definedAt: placeOf(call.place),
    },
  };
}

/** `.on(t.a, t.b)`, `.using("gin", t.a)` */
function whatIsIndexed({ rest }: DrizzleCall, { analysis }: DrizzleReading) {
  const using = rest.find(({ name }) => name === "using")?.args;
  if (!using)
    return { method: null, columns: rest.find(({ name }) => name.startsWith("on"))?.args ?? [] };
  const [method, ...columns] = using;
  const text = method ? textOf(method, analysis) : null;
  return { method: text === "btree" ? null : text, columns };
}

/** `users_email_index`, where it has none of its own. */
function indexName(
  { args: [given], place }: DrizzleCall,
  parts: readonly IndexPart[],
  { name: table }: TableCall,
  { analysis }: DrizzleReading,
): IndexDefinition["name"] {
  const written = given ? textOf(given, analysis) : null;
  const columns = parts.map(({ column }) => column ?? "expr");
  const name = written ?? [table?.name ?? "", ...columns, "index"].join("_");
  const span = written !== null && given ? nameSpan(given, analysis) : placeOf(place).span;
  return { schema: table?.schema ?? null, name, span };
}
