import type { Dialect } from "@domain-isolation/model";
import type { Analysis, Place } from "@domain-isolation/source-facts";
import { listElements } from "../../readers/source-code/list-elements.js";
import { quoted } from "../../readers/source-code/definitions.js";
import { numberOf, textOf } from "../../readers/source-code/literals.js";
import { optionsOf } from "../../readers/source-code/options.js";
import { originOf } from "../../readers/source-code/origin.js";
import type { Step } from "../../readers/source-code/chain.js";
import { canonicalType } from "../../sql/postgresql/canonical-type.js";
import { quoteIdentifier } from "../../sql/postgresql/quote-identifier.js";
import { mysqlColumnType } from "../mysql-column-type.js";
import { unknownInSchema } from "../unknown-in-schema.js";
import { drizzleCall, type DrizzleCall } from "./drizzle-call.js";
import { enumOf } from "./enum-call.js";
import { sqlType } from "./sql-type.js";
import { returnedBy } from "./whole-chain.js";

/** A call that makes a column, and what is said of the column behind it. */
export interface ColumnCall {
  /** Drizzle's word for its type: `serial`, `text` … */
  readonly kind: string;
  /** The type in the words of the database. */
  readonly type: string;
  /** Null where it is called as its property. */
  readonly name: Place | null;
  readonly place: Place;
  readonly said: readonly Step[];
}

interface Reading {
  readonly analysis: Analysis;
  readonly dialect: Dialect;
}

/** Null for what makes no column. */
export function columnCall(place: Place, reading: Reading): ColumnCall | null {
  const call = drizzleCall(place, reading.analysis);
  if (!call) return null;
  return enumColumn(call, reading) ?? ownColumn(call, reading) ?? plainColumn(call, reading);
}

function enumColumn(call: DrizzleCall, { analysis }: Reading): ColumnCall | null {
  const found = enumOf(call, analysis);
  const [made, ...said] = found?.rest ?? [];
  if (!found || !made?.args) return null;
  const { name, schema } = found;
  const path = schema === null ? [name] : [schema, name];
  const type = name === null ? unknownInSchema : path.map((part) => quoteIdentifier(part ?? ""));
  const text = typeof type === "string" ? type : type.join(".");
  return { kind: "enum", type: text, name: made.args[0] ?? null, place: made.place, said };
}

/** `customType({ dataType: () => "bytea" })("data")` */
function ownColumn(call: DrizzleCall, { analysis, dialect }: Reading): ColumnCall | null {
  const [made, ...said] = call.rest;
  if (call.name !== "customType" || made?.name !== "" || !made.args) return null;
  const given = nameAndOptions(made.args, analysis);
  const text = ownType(call.args[0], given.options ? [given.options] : [], analysis);
  const type = text === null ? unknownInSchema : inDatabase(text, dialect);
  return { kind: "customType", type, name: given.name, place: made.place, said };
}

/** What `dataType` gives, called with the options of the column. */
function ownType(definition: Place | undefined, args: readonly Place[], analysis: Analysis) {
  const written = optionsOf(definition, analysis)?.place("dataType");
  const fn = written && originOf(written, analysis);
  const result = fn && returnedBy(fn);
  if (!result) return null;
  const frame = { of: fn.node, args, receiver: null, types: new Map(), outer: null, depth: 1 };
  return textOf({ ...result, frame }, analysis);
}

function plainColumn(call: DrizzleCall, { analysis, dialect }: Reading): ColumnCall | null {
  const { name, options: place } = nameAndOptions(call.args, analysis);
  const options = optionsOf(place, analysis);
  const number = (key: string) => numberOf(options?.place(key), analysis);
  const written = sqlType(call.name, { options, number }, dialect);
  const type =
    written === null ? valuesType(call, analysis, dialect) : inDatabase(written, dialect);
  return type === null ? null : { kind: call.name, type, name, place: call.place, said: call.rest };
}

/** `mysqlEnum("state", ["open", "done"])` */
function valuesType(
  { name, args }: DrizzleCall,
  analysis: Analysis,
  dialect: Dialect,
): string | null {
  if (name !== "mysqlEnum" || dialect !== "mysql") return null;
  const list = args.at(-1);
  const values = list && listElements(list, analysis)?.map((each) => textOf(each, analysis));
  if (!values?.every((value) => value !== null)) return unknownInSchema;
  return `enum(${values.map(quoted).join(",")})`;
}

/** Both may be left out. */
function nameAndOptions(args: readonly Place[], analysis: Analysis) {
  const [first, second] = args;
  const isNamed = first !== undefined && textOf(first, analysis) !== null;
  return { name: isNamed ? first : null, options: isNamed ? second : first };
}

const serials: ReadonlyMap<string, string> = new Map([
  ["bigserial", "bigint"],
  ["serial", "integer"],
  ["smallserial", "smallint"],
]);

export function isSerial({ kind }: ColumnCall): boolean {
  return serials.has(kind);
}

function inDatabase(type: string, dialect: Dialect): string {
  if (dialect === "sqlite") return type;
  if (dialect === "mysql") return mysqlColumnType(type);
  return canonicalType(serials.get(type) ?? type);
}
