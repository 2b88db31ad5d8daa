import type { Dialect } from "@domain-isolation/model";
import { quoted } from "../../readers/source-code/definitions.js";
import { numberOf } from "../../readers/source-code/literals.js";
import type { Options } from "../../readers/source-code/options.js";
import { writtenType } from "../../readers/source-code/written-type.js";
import { unknownInSchema } from "../unknown-in-schema.js";
import type { ColumnOptions } from "./column-options.js";
import type { ColumnReading } from "./typeorm-reading.js";

type Words = Readonly<Record<string, string | undefined>>;

/** The same in all databases. */
const simple: Words = { "simple-array": "text", "simple-json": "text", "simple-enum": "enum" };

/** The types of classes and TypeORM's own words: `normalizeType` of its drivers, https://typeorm.io/docs/entity/entities#column-types */
const types: Readonly<Record<Dialect, Words>> = {
  postgresql: { Boolean: "boolean", Date: "timestamp", Number: "integer", String: "varchar" },
  sqlite: {
    Boolean: "boolean",
    Date: "datetime",
    Number: "integer",
    String: "varchar",
    int: "integer",
  },
  mysql: {
    ...{ Boolean: "tinyint", Buffer: "blob", Date: "datetime", Number: "int", String: "varchar" },
    ...{
      bool: "tinyint",
      boolean: "tinyint",
      dec: "decimal",
      fixed: "decimal",
      numeric: "decimal",
    },
    ...{ "double precision": "double", real: "double", uuid: "varchar" },
  },
};

/** `CreateDateColumn` and its kin, where they say no type. */
const dates = { mysql: "datetime(6)", postgresql: "timestamp", sqlite: "datetime" } as const;

/** A type as the database shows it; that of an enum of PostgreSQL is its name's. */
export function columnType(
  decorator: string,
  { type, options, strategy }: ColumnOptions,
  values: readonly string[] | null,
  reading: ColumnReading,
): string {
  const { dialect } = reading;
  const word = usualWord(decorator, type, strategy, dialect);
  const name = simple[word] ?? types[dialect][word] ?? word;
  if (name === "enum" || name === "set") return enumType(name, values, dialect);
  const isDated = type === null && options?.place("precision") === undefined;
  if (isDated && /^(?:Create|Update|Delete)Date/u.test(decorator))
    return writtenType(dates[dialect], dialect);
  return writtenType(
    sized(name, word === "uuid" || strategy === "uuid", options, reading),
    dialect,
  );
}

function usualWord(
  decorator: string,
  type: string | null,
  strategy: string | null,
  dialect: Dialect,
): string {
  if (strategy === "uuid") return "uuid";
  if (type !== null) return type;
  return decorator === "VersionColumn" || strategy !== null
    ? "Number"
    : (dates[dialect].split("(")[0] ?? "");
}

function enumType(name: string, values: readonly string[] | null, dialect: Dialect): string {
  if (dialect === "sqlite") return "varchar";
  return dialect === "mysql" && values
    ? `${name}(${values.map(quoted).join(",")})`
    : unknownInSchema;
}

/** With its length or precision: `varchar(255)`, `timestamp(6) with time zone`. */
function sized(
  name: string,
  isUuid: boolean,
  options: Options | null,
  reading: ColumnReading,
): string {
  const { dialect } = reading;
  if (isUuid && dialect === "sqlite") return "varchar";
  const usual = dialect === "mysql" && isUuid ? "36" : usualLength(name, dialect);
  const whole = withMeasure(name, measureOf(options, usual, reading));
  if (dialect === "mysql" && options?.flag("unsigned") === true) return `${whole} unsigned`;
  return options?.flag("array") === true ? `${whole}[]` : whole;
}

/** It stands before what is said of a time zone. */
function withMeasure(name: string, size: string): string {
  const zone = /^(timestamp|time)(\s+with(?:out)? time zone)$/iu.exec(name);
  return zone ? `${zone[1] ?? ""}${size}${zone[2] ?? ""}` : `${name}${size}`;
}

function measureOf(options: Options | null, usual: string, { analysis }: ColumnReading): string {
  const number = (key: string) => numberOf(options?.place(key), analysis);
  const given = options?.text("length") ?? String(number("length") ?? "");
  const length = given === "" ? usual : given;
  if (length !== "") return `(${length})`;
  const precision = number("precision");
  const digits = [precision, number("scale")].filter((each) => each !== null);
  return precision === null ? "" : `(${digits.join(",")})`;
}

function usualLength(name: string, dialect: Dialect): string {
  return dialect === "mysql" && /^(?:n?varchar|varbinary)$/iu.test(name) ? "255" : "";
}
