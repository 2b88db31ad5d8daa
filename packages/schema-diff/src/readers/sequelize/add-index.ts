import type { Change, PlacedName } from "../../changes/change.js";
import { chainOf } from "../source-code/chain.js";
import { nameOfIndex, plainIndex, quoted } from "../source-code/definitions.js";
import { literalOf, textOf } from "../source-code/literals.js";
import { placeOf } from "../source-code/names.js";
import { optionsOf, type Options } from "../source-code/options.js";
import { originOf } from "../source-code/origin.js";
import type { IndexPart } from "@domain-isolation/model";
import type { Run } from "../source-code/run.js";
import type { InterfaceCall } from "./interface-calls.js";

/** Sequelize's name of an index: `underscore("<table>_<fields>")`. */
export function indexName(table: PlacedName, columns: readonly string[]): string {
  return underscored(`${table.name}_${columns.join("_")}`);
}

/** As the package `inflection` does it. */
function underscored(text: string): string {
  return text
    .replaceAll(/([A-Z\d]+)([A-Z][a-z])/gu, "$1_$2")
    .replaceAll(/([a-z\d])([A-Z])/gu, "$1_$2")
    .toLowerCase();
}

/** `addIndex(table, fields, options)`, `addIndex(table, { fields, … })` */
export function addIndex(
  { args, run, step }: InterfaceCall,
  table: PlacedName,
): readonly Change[] | null {
  const [, second, third] = args;
  const listed = elementsOf(second, run);
  const options = optionsOf(listed ? third : second, run.analysis);
  const places = listed ?? elementsOf(options?.place("fields"), run);
  const parts = places?.map((each) => partOf(each, run));
  if (!parts || parts.includes(null)) return null;
  const columns = parts.flatMap((each) => each?.column ?? []);
  const name = options?.text("name") ?? options?.text("indexName") ?? indexName(table, columns);
  const at = placeOf(step.place);
  const index = {
    ...plainIndex(nameOfIndex(table, name), [], at),
    parts: parts.filter((each) => each !== null),
    ...(options && furtherOf(options, run)),
  };
  return [{ kind: "create index", at, table, index, ifNotExists: false }];
}

function elementsOf(place: Argument | undefined, { analysis }: Run): readonly Argument[] | null {
  return place ? analysis.elements(originOf(place, analysis)) : null;
}

function furtherOf(options: Options, run: Run) {
  return {
    unique: options.flag("unique") === true || options.text("type")?.toUpperCase() === "UNIQUE",
    method: methodOf(options),
    where: options.place("where") ? whereOf(options, run) : null,
  };
}

type Argument = InterfaceCall["args"][number];

function methodOf(options: Options | null): string | null {
  const method = (options?.text("using") ?? options?.text("method"))?.toLowerCase();
  return method === undefined || method === "btree" ? null : method;
}

/** `"name"`, `{ name, order }`, `Sequelize.literal("lower(email)")` */
function partOf(place: InterfaceCall["args"][number], run: Run): IndexPart | null {
  const text = textOf(place, run.analysis);
  if (text !== null) return { column: text, expression: null, options: "" };
  const options = optionsOf(place, run.analysis);
  const column = options?.text("name") ?? options?.text("attribute");
  const order = [options?.text("operator"), options?.text("order")].filter(
    (each) => typeof each === "string",
  );
  if (column) return { column, expression: null, options: order.join(" ").toLowerCase() };
  const call = originOf(place, run.analysis);
  const argument = call.node.type === "CallExpression" ? firstArgument(call, run) : null;
  return argument === null ? null : { column: null, expression: argument, options: "" };
}

/** `Sequelize.literal("…")`, `Sequelize.fn("lower", Sequelize.col("email"))` */
function firstArgument(place: Argument, run: Run): string | null {
  const last = chainOf(place, run.analysis).steps.at(-1);
  const [first, second] = last?.args ?? [];
  const text = first ? textOf(first, run.analysis) : null;
  if (!last || text === null) return null;
  if (last.name === "literal") return text;
  if (last.name === "col") return `"${text}"`;
  const column = last.name === "fn" && second ? firstArgument(second, run) : null;
  return column === null ? null : `${text}(${column})`;
}

/** `{ deletedAt: null }`, and equal values; what else may stand there is told as it is written. */
function whereOf(options: Options, run: Run): string {
  const quote = run.dialect === "postgresql" || run.dialect === "sqlite" ? '"' : "`";
  const conditions = options.options("where");
  const texts = (conditions?.keys ?? []).map((key) => {
    const place = conditions?.place(key);
    const literal = place && literalOf(place, run.analysis);
    const column = run.dialect === "sqlite" ? `\`${key}\`` : `${quote}${key}${quote}`;
    if (literal?.is === "nothing") return `${column} IS NULL`;
    if (literal?.is === "text") return `${column} = ${quoted(literal.text)}`;
    return literal ? `${column} = ${String(literal.value)}` : column;
  });
  return texts.join(" AND ");
}
