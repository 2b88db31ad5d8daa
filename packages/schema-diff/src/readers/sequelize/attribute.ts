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
  const { analysis, dialect } = run;
  const found = optionsOf(place, analysis);
  const options = found?.place("type") ? found : null;
  const type = columnType(options?.place("type") ?? place, dialect, analysis);
  if (!type) return null;
  const name = options?.text("field") ?? key;
  const isPrimary = options?.flag("primaryKey") === true;
  const isCounted = options?.flag("autoIncrement") === true;
  const written = defaultOf(options?.place("defaultValue"), run);
  if (written === undefined) return null;
  const definedAt = placeOf(place);
  const isEnum = type.enum !== null && dialect === "postgresql";
  const enumName = `enum_${table.name}_${name}`;
  const suffix = type.text.endsWith("[]") ? "[]" : "";
  const text = isEnum ? `"${table.schema ?? "public"}"."${enumName}"${suffix}` : type.text;
  const column: ColumnDefinition = {
    ...plainColumn(name, writtenType(text, dialect), definedAt),
    nullable: options?.flag("allowNull") !== false && !isPrimary,
    default: written,
    serial: isCounted && dialect === "postgresql",
    identity: isCounted && dialect !== "postgresql" ? "by default" : null,
    comment: dialect === "sqlite" ? null : (options?.text("comment") ?? null),
  };
  const before = isEnum ? [enumType(enumName, type.enum ?? [], table, place)] : [];
  return { column, constraints: keysOf(options, column, place, run), isPrimary, before };
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

/** `Sequelize.literal("now()")`, `Sequelize.fn("now")`, a list, an object. */
function madeDefault(place: Place, { analysis, dialect }: Run): string | null | undefined {
  const last = chainOf(place, analysis).steps.at(-1);
  const [first] = last?.args ?? [];
  const text = first ? textOf(first, analysis) : null;
  if (last && ownDefaults.test(last.name)) return null;
  if (last?.name === "literal" && text !== null) return writtenDefault(text, dialect);
  if (/^fn$/u.test(last?.name ?? "") && text !== null && last?.args?.length === 1)
    return writtenDefault(`${text}()`, dialect);
  const elements = analysis.elements(originOf(place, analysis));
  if (elements?.length === 0) return dialect === "postgresql" ? "'{}'" : undefined;
  return undefined;
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
  const model = options ? (options.place("model") ?? options.place("table")) : place;
  const inner = optionsOf(model, analysis);
  const named = inner?.place("tableName") ?? model;
  const name = named ? textOf(named, analysis) : null;
  if (!named || name === null) return null;
  const keys = options?.texts("key") ?? options?.texts("field") ?? options?.texts("fields");
  return {
    schema: inner?.text("schema") ?? null,
    name,
    span: nameSpan(named, analysis),
    columns: keys ?? ["id"],
  };
}
