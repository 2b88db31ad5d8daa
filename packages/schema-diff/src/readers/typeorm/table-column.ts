import type { Place } from "@domain-isolation/source-facts";
import type { Change, ColumnDefinition, PlacedName } from "../../changes/change.js";
import { plainColumn, quoted } from "../source-code/definitions.js";
import { numberOf } from "../source-code/literals.js";
import { placeOf } from "../source-code/names.js";
import type { Options } from "../source-code/options.js";
import type { Run } from "../source-code/run.js";
import { writtenDefault, writtenType } from "../source-code/written-type.js";

/** A column as `TableColumn` describes it, with the enum that goes before it. */
export interface ReadColumn {
  readonly column: ColumnDefinition;
  readonly isPrimary: boolean;
  readonly isUnique: boolean;
  readonly before: readonly Change[];
}

/** Null where its name or type is known only when it runs. */
export function tableColumn(
  place: Place,
  options: Options,
  table: PlacedName,
  run: Run,
): ReadColumn | null {
  const name = options.text("name");
  const written = options.text("type");
  if (name === null || written === null) return null;
  const values = run.dialect === "postgresql" ? options.texts("enum") : null;
  const enumName = values && enumNameOf(options, table, name);
  const type = enumName === null ? fullType(written, options, run) : `"${enumName}"`;
  return {
    column: definitionOf(name, type, place, options, run),
    isPrimary: options.flag("isPrimary") === true,
    isUnique: options.flag("isUnique") === true,
    before: enumName !== null && values ? [enumType(place, enumName, table, values)] : [],
  };
}

function definitionOf(
  name: string,
  type: string,
  place: Place,
  options: Options,
  run: Run,
): ColumnDefinition {
  const { dialect } = run;
  const isGenerated = options.flag("isGenerated") === true;
  const strategy = isGenerated ? (options.text("generationStrategy") ?? "increment") : null;
  return {
    ...plainColumn(name, writtenType(type, dialect), placeOf(place)),
    nullable: options.flag("isNullable") === true,
    default: defaultOf(options, strategy === "uuid", run),
    identity: identityOf(options, strategy, run),
    serial: strategy === "increment" && dialect === "postgresql",
    generated: options.text("asExpression"),
    comment: dialect === "sqlite" ? null : options.text("comment"),
  };
}

function enumNameOf(options: Options, table: PlacedName, column: string): string {
  return options.text("enumName") ?? `${table.name}_${column.toLowerCase()}_enum`;
}

function enumType(
  place: Place,
  name: string,
  table: PlacedName,
  values: readonly string[],
): Change {
  const named = { schema: table.schema, name, span: placeOf(place).span };
  return { kind: "create type", at: placeOf(place), name: named, type: "enum", values };
}

function identityOf(
  options: Options,
  strategy: string | null,
  { dialect }: Run,
): ColumnDefinition["identity"] {
  if (strategy === "identity")
    return options.text("generatedIdentity") === "ALWAYS" ? "always" : "by default";
  return strategy === "increment" && dialect !== "postgresql" ? "by default" : null;
}

/** In migrations a default is SQL. */
function defaultOf(options: Options, isUuid: boolean, run: Run): string | null {
  const text = options.text("default");
  const number = numberOf(options.place("default"), run.analysis);
  const flag = options.flag("default");
  const sql =
    text ?? (number === null ? null : String(number)) ?? (flag === null ? null : String(flag));
  if (sql !== null) {
    const value = writtenDefault(run.dialect === "sqlite" ? `(${sql})` : sql, run.dialect);
    return value?.toLowerCase() === "null" ? null : value;
  }
  return isUuid && run.dialect === "postgresql" ? "uuid_generate_v4()" : null;
}

/** The type with its length or precision: `varchar(255)`, `timestamp(6) with time zone`. */
function fullType(type: string, options: Options, run: Run): string {
  const measure = measureOf(options, run);
  const zone = /^(timestamp|time)(\s+with(?:out)? time zone)?$/iu.exec(type);
  const sized = zone ? `${zone[1] ?? type}${measure}${zone[2] ?? ""}` : `${type}${measure}`;
  const values = options.texts("enum");
  if (values && run.dialect === "mysql") return `${type}(${values.map(quoted).join(",")})`;
  const isUnsigned = run.dialect === "mysql" && options.flag("unsigned") === true;
  const whole = isUnsigned ? `${sized} unsigned` : sized;
  return options.flag("isArray") === true ? `${whole}[]` : usualLength(whole, run);
}

function measureOf(options: Options, { analysis }: Run): string {
  const length = options.text("length") ?? numberOf(options.place("length"), analysis);
  if (length !== null && length !== "") return `(${String(length)})`;
  const precision = numberOf(options.place("precision"), analysis);
  const scale = numberOf(options.place("scale"), analysis);
  if (precision === null) return "";
  return scale === null ? `(${String(precision)})` : `(${String(precision)},${String(scale)})`;
}

function usualLength(type: string, { dialect }: Run): string {
  return dialect === "mysql" && /^varchar$/iu.test(type) ? "varchar(255)" : type;
}
