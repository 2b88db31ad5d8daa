import type { Dialect } from "@domain-isolation/model";
import { childOf, childrenOf, type Analysis, type Place } from "@domain-isolation/source-facts";
import type { PlacedName } from "../../changes/change.js";
import { placedName } from "../../readers/source-code/names.js";
import { textOf } from "../../readers/source-code/literals.js";
import { originOf } from "../../readers/source-code/origin.js";
import type { Chain, Step } from "../../readers/source-code/chain.js";
import { callOf, type DrizzleCall } from "./drizzle-call.js";
import { returnedBy, wholeChain } from "./whole-chain.js";

/** A call that makes a table: https://orm.drizzle.team/docs/sql-schema-declaration */
export interface TableCall {
  readonly dialect: Dialect;
  /** Null where the name is known only when it runs. */
  readonly name: PlacedName | null;
  /** The object of its columns, or the function that gives it. */
  readonly columns: Place | null;
  /** The function that gives its keys and indexes. */
  readonly parts: Place | null;
  readonly place: Place;
  /** What is called on the table, or asked of it: `users.id`. */
  readonly rest: readonly Step[];
}

const dialects: ReadonlyMap<string, Dialect> = new Map([
  ["pg", "postgresql"],
  ["mysql", "mysql"],
  ["sqlite", "sqlite"],
]);

/** The table that an expression is, or is about. */
export function tableCall(place: Place, analysis: Analysis): TableCall | null {
  return tableOfChain(wholeChain(place, analysis), analysis);
}

export function tableOfChain(chain: Chain, analysis: Analysis): TableCall | null {
  const call = callOf(chain, analysis);
  const [, prefix = "", kind = ""] =
    /^(pg|mysql|sqlite)(Table|TableCreator|Schema|Database)$/u.exec(call?.name ?? "") ?? [];
  const dialect = dialects.get(prefix);
  if (!call || !dialect) return null;
  if (kind === "Table") return made(dialect, null, call, analysis);
  return kind === "TableCreator"
    ? byCreator(dialect, call, analysis)
    : ofSchema(dialect, call, analysis);
}

/** `pgSchema("billing").table("invoices", …)` */
function ofSchema(dialect: Dialect, { args, rest }: DrizzleCall, analysis: Analysis) {
  const [next, ...others] = rest;
  if (next?.name !== "table" || !next.args) return null;
  const schema = args[0] ? textOf(args[0], analysis) : null;
  return made(dialect, schema, { args: next.args, place: next.place, rest: others }, analysis);
}

/** ``pgTableCreator((name) => `shop_${name}`)("lines", …)`` */
function byCreator(dialect: Dialect, { args, rest }: DrizzleCall, analysis: Analysis) {
  const [next, ...others] = rest;
  if (next?.name !== "" || !next.args) return null;
  const call = { args: next.args, place: next.place, rest: others };
  const table = made(dialect, null, call, analysis);
  return { ...table, name: created(args[0], next.args[0], table.name, analysis) };
}

function made(
  dialect: Dialect,
  schema: string | null,
  { args, place, rest }: Pick<TableCall, "place" | "rest"> & { readonly args: readonly Place[] },
  analysis: Analysis,
): TableCall {
  const [name, columns = null, parts = null] = args;
  const given = schema === "public" ? null : schema;
  return { dialect, name: placedName(name, analysis, given), columns, parts, place, rest };
}

/** The name that a creator's function makes of the one that is written. */
function created(
  rename: Place | undefined,
  written: Place | undefined,
  name: PlacedName | null,
  analysis: Analysis,
): PlacedName | null {
  const fn = rename && originOf(rename, analysis);
  const result = fn && returnedBy(fn);
  if (!result || !written || !name) return null;
  const { node: of, frame: outer } = fn;
  const frame = { of, args: [written], receiver: null, types: new Map(), outer, depth: 1 };
  const text = textOf({ ...result, frame }, analysis);
  return text === null ? null : { ...name, name: text };
}

/** The calls at the top of a module that are kept under a name. */
export function topLevelValues(program: Place["node"]): readonly Place["node"][] {
  return childrenOf(program, "body").flatMap((statement) => {
    const declared = childOf(statement, "declaration") ?? statement;
    if (declared.type !== "VariableDeclaration") return [];
    return childrenOf(declared, "declarations").flatMap((each) => childOf(each, "init") ?? []);
  });
}
