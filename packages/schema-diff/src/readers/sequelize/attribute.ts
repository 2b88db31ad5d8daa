import type { Place } from "@domain-isolation/source-facts";
import type { Change, ColumnDefinition, Constraint, PlacedName } from "../../changes/change.js";
import { chainOf } from "../source-code/chain.js";
import { plainColumn, quoted } from "../source-code/definitions.js";
import { literalOf, textOf } from "../source-code/literals.js";
import { nameSpan, placeOf } from "../source-code/names.js";
import { optionsOf, type Options } from "../source-code/options.js";
import { originOf } from "../source-code/origin.js";
import { referentialAction } from "../source-code/referential-action.js";
import type { Run } from "../source-code/run.js";
import { writtenDefault, writtenType } from "../source-code/written-type.js";
import { columnType } from "./column-types.js";

/** A column as an attribute of Sequelize describes it. */
export interface Attribute {
  readonly column: ColumnDefinition;
  readonly constraints: readonly Constraint[];
  readonly isPrimary: boolean;
  /** The enum that goes before it. */
  readonly before: readonly Change[];
}

/** Null where a part of it is known only when it runs. */
export function attributeOf(
  key: string,
  place: Place,
  table: PlacedName,
  run: Run,
): Attribute | null {
  const options = attributeOptions(place, run);
  const type = columnType(options?.place("type") ?? place, run.dialect, run.analysis);
  const written = defaultOf(options?.place("defaultValue"), run);
  if (!type || written === undefined) return null;
  const name = options?.text("field") ?? key;
  const values = run.dialect === "postgresql" ? type.enum : null;
  const enumName = `enum_${table.name}_${name}`;
  const text = values ? enumText(enumName, type.text, table) : type.text;
  const plain = plainColumn(name, writtenType(text, run.dialect), placeOf(place));
  const column = { ...plain, default: written, ...(options && settingsOf(options, run)) };
  return {
    column,
    constraints: keysOf(options, column, place, run),
    isPrimary: isKey(options),
    before: values ? [enumType(enumName, values, table, place)] : [],
  };
}

/** An attribute may be nothing but its type. */
function attributeOptions(place: Place, { analysis }: Run): Options | null {
  const options = optionsOf(place, analysis);
  return options?.place("type") ? options : null;
}

function isKey(options: Options | null): boolean {
  return options?.flag("primaryKey") === true;
}

function enumText(name: string, written: string, { schema }: PlacedName): string {
  return `"${schema ?? "public"}"."${name}"${written.endsWith("[]") ? "[]" : ""}`;
}

function settingsOf(options: Options, { dialect }: Run) {
  const isPrimary = options.flag("primaryKey") === true;
  const isCounted = options.flag("autoIncrement") === true;
  return {
    nullable: options.flag("allowNull") !== false && !isPrimary,
    serial: isCounted && dialect === "postgresql",
    identity: isCounted && dialect !== "postgresql" ? ("by default" as const) : null,
    comment: dialect === "sqlite" ? null : options.text("comment"),
  };
}

function enumType(
  name: string,
  values: readonly string[],
  table: PlacedName,
  place: Place,
): Change {
  const named = { schema: table.schema, name, span: placeOf(place).span };
  return { kind: "create type", at: placeOf(place), name: named, type: "enum", values };
}

/** What Sequelize fills in itself is no default of the database. */
const ownDefaults = /^(?:NOW|UUIDV1|UUIDV4)$/u;

/** Undefined where it is known only when it runs. */
function defaultOf(place: Place | undefined, run: Run): string | null | undefined {
  if (!place) return null;
  const { dialect, analysis } = run;
  const literal = literalOf(place, analysis);
  switch (literal?.is) {
    case "text":
      return writtenDefault(quoted(literal.text), dialect);
    case "number":
      return writtenDefault(String(literal.value), dialect);
    case "boolean":
      return writtenDefault(
        dialect === "sqlite" ? String(Number(literal.value)) : String(literal.value),
        dialect,
      );
    case "nothing":
      return null;
    case undefined:
      return madeDefault(place, run);
  }
}

/** `Sequelize.literal("now()")`, `Sequelize.fn("now")`, an empty list. */
function madeDefault(place: Place, { analysis, dialect }: Run): string | null | undefined {
  const elements = analysis.elements(originOf(place, analysis));
  if (elements) return elements.length === 0 && dialect === "postgresql" ? "'{}'" : undefined;
  const last = chainOf(place, analysis).steps.at(-1);
  if (!last) return undefined;
  if (ownDefaults.test(last.name)) return null;
  const [first, ...others] = last.args ?? [];
  const text = first ? textOf(first, analysis) : null;
  if (text === null || others.length > 0) return undefined;
  if (last.name === "literal") return writtenDefault(text, dialect);
  return last.name === "fn" ? writtenDefault(`${text}()`, dialect) : undefined;
}

function keysOf(
  options: Options | null,
  { name, definedAt }: ColumnDefinition,
  place: Place,
  { analysis }: Run,
): readonly Constraint[] {
  const constraints: Constraint[] = [];
  const columns = [name];
  if (options?.flag("unique") === true)
    constraints.push({ kind: "unique", name: null, columns, definedAt });
  const references = options?.place("references");
  const target = references && referencedTable(references, analysis);
  if (!options || !target) return constraints;
  constraints.push({
    kind: "foreign key",
    name: null,
    columns,
    references: target,
    onDelete: referentialAction(options.text("onDelete")),
    onUpdate: referentialAction(options.text("onUpdate")),
    definedAt: placeOf(place),
  });
  return constraints;
}

/** `{ model: "users", key: "id" }`, `{ model: { tableName, schema } }`, `"users"` */
export function referencedTable(
  place: Place,
  analysis: Run["analysis"],
): (PlacedName & { readonly columns: readonly string[] }) | null {
  const options = optionsOf(place, analysis);
  const model = options?.place("model") ?? options?.place("table") ?? place;
  const inner = optionsOf(model, analysis);
  const named = inner?.place("tableName") ?? model;
  const name = textOf(named, analysis);
  if (name === null) return null;
  const columns = options ? keyOf(options) : ["id"];
  return { schema: inner?.text("schema") ?? null, name, span: nameSpan(named, analysis), columns };
}

function keyOf(options: Options): readonly string[] {
  return options.texts("key") ?? options.texts("field") ?? options.texts("fields") ?? ["id"];
}
