import type { Dialect } from "@domain-isolation/model";
import type { Analysis, Place } from "@domain-isolation/source-facts";
import { quoted } from "../source-code/definitions.js";
import { booleanOf, numberOf, textOf, textsOf } from "../source-code/literals.js";
import { optionsOf } from "../source-code/options.js";

type TypeOf = (args: readonly Place[], analysis: Analysis) => string | null;

/** What one dialect calls a type; a function where arguments have a say. */
type Types = Readonly<Record<Dialect, string | TypeOf>>;

function same(type: string): Types {
  return { postgresql: type, sqlite: type, mysql: type };
}

/** `name(8, 2)`: Knex's own numbers where none are given. */
function precise(name: string, separator = ", "): TypeOf {
  return ([, precision, scale], analysis) =>
    `${name}(${String(numberOf(precision, analysis) ?? 8)}${separator}${String(numberOf(scale, analysis) ?? 2)})`;
}

/** `timestamp(name, { useTz, precision })`, and before that `timestamp(name, withoutTz, precision)`. */
function zoned([, first, second]: readonly Place[], analysis: Analysis): string {
  const options = optionsOf(first, analysis);
  const isPlain = options ? options.flag("useTz") === false : booleanOf(first, analysis) === true;
  const precision = numberOf(options ? options.place("precision") : second, analysis);
  const digits = precision === null ? "" : `(${String(precision)})`;
  return `${isPlain ? "timestamp" : "timestamptz"}${digits}`;
}

function withPrecision(name: string): TypeOf {
  return ([, first], analysis) => {
    const given = optionsOf(first, analysis)?.place("precision");
    const digits = numberOf(given, analysis);
    return digits === null ? name : `${name}(${String(digits)})`;
  };
}

const decimal: TypeOf = (args, analysis) => {
  const [, precision] = args;
  const isFree = precision?.node.type === "Literal" && precision.node.value === null;
  return isFree ? "decimal" : precise("decimal")(args, analysis);
};

const varchar: TypeOf = ([, length], analysis) =>
  `varchar(${String(numberOf(length, analysis) ?? 255)})`;

const specific: TypeOf = ([, type], analysis) => (type ? textOf(type, analysis) : null);

const mysqlText: TypeOf = ([, size], analysis) => (size && textOf(size, analysis)) ?? "text";

const mysqlBinary: TypeOf = ([, length], analysis) => {
  const size = numberOf(length, analysis);
  return size === null ? "blob" : `varbinary(${String(size)})`;
};

const uuid: TypeOf = ([, options], analysis) =>
  optionsOf(options, analysis)?.flag("useBinaryUuid") === true ? "binary(16)" : "char(36)";

const mysqlEnum: TypeOf = ([, values], analysis) => {
  const texts = textsOf(values, analysis);
  return texts && `enum(${texts.map(quoted).join(",")})`;
};

const mysqlInteger: TypeOf = ([, length], analysis) => {
  const digits = numberOf(length, analysis);
  return digits === null ? "int" : `int(${String(digits)})`;
};

const mysqlDouble: TypeOf = (args, analysis) =>
  args.length > 1 ? precise("double")(args, analysis) : "double";

const moment: Types = { postgresql: zoned, sqlite: "datetime", mysql: withPrecision("datetime") };
const bigint = same("bigint");
const float: Types = { postgresql: "real", sqlite: "float", mysql: precise("float") };
const enumerated: Types = { postgresql: "text", sqlite: "text", mysql: mysqlEnum };

/** What Knex makes of the methods of `table` in each database (3.3.0; its `columncompiler.js`). */
const types: Readonly<Record<string, Types>> = {
  increments: { postgresql: "integer", sqlite: "integer", mysql: "int unsigned" },
  bigIncrements: { postgresql: "bigint", sqlite: "integer", mysql: "bigint unsigned" },
  integer: { postgresql: "integer", sqlite: "integer", mysql: mysqlInteger },
  tinyint: { postgresql: "smallint", sqlite: "tinyint", mysql: "tinyint" },
  smallint: { postgresql: "smallint", sqlite: "integer", mysql: "smallint" },
  mediumint: { postgresql: "integer", sqlite: "integer", mysql: "mediumint" },
  bigint,
  bigInteger: bigint,
  text: { postgresql: "text", sqlite: "text", mysql: mysqlText },
  string: { postgresql: varchar, sqlite: varchar, mysql: varchar },
  float,
  double: { postgresql: "double precision", sqlite: "float", mysql: mysqlDouble },
  decimal: { postgresql: decimal, sqlite: "float", mysql: precise("decimal") },
  boolean: same("boolean"),
  bool: same("boolean"),
  date: same("date"),
  dateTime: moment,
  datetime: moment,
  timestamp: { postgresql: zoned, sqlite: "datetime", mysql: withPrecision("timestamp") },
  time: same("time"),
  binary: { postgresql: "bytea", sqlite: "blob", mysql: mysqlBinary },
  json: same("json"),
  jsonb: { postgresql: "jsonb", sqlite: "json", mysql: "json" },
  uuid: { postgresql: "uuid", sqlite: uuid, mysql: uuid },
  enu: enumerated,
  enum: enumerated,
  geometry: same("geometry"),
  geography: same("geography"),
  point: same("point"),
  specificType: { postgresql: specific, sqlite: specific, mysql: specific },
};

export function isColumnType(method: string): boolean {
  return Object.hasOwn(types, method);
}

/** The SQL type of a column that a method adds; null where an argument is known only when it runs. */
export function columnType(
  method: string,
  args: readonly Place[],
  dialect: Dialect,
  analysis: Analysis,
): string | null {
  const type = types[method]?.[dialect];
  return typeof type === "function" ? type(args, analysis) : (type ?? null);
}
