import type { Dialect } from "@domain-isolation/model";
import type { Options } from "../../readers/source-code/options.js";

/** What is written between the brackets of a column. */
export interface TypeOptions {
  readonly options: Options | null;
  readonly number: (key: string) => number | null;
}

type Write = (given: TypeOptions) => string;

/** `varchar(20)`, and without a length `varchar`. A scale needs a precision. */
function sized(name: string, ...keys: readonly string[]): Write {
  return ({ number }) => {
    const given = keys.map(number);
    const end = given.indexOf(null);
    const sizes = end < 0 ? given : given.slice(0, end);
    return sizes.length === 0 ? name : `${name}(${sizes.join(",")})`;
  };
}

function plain(...names: readonly string[]): readonly (readonly [string, Write])[] {
  return names.map((name) => [name, () => name]);
}

function moment(name: string): Write {
  return (given) => {
    const zone = given.options?.flag("withTimezone") === true ? " with time zone" : "";
    return sized(name, "precision")(given) + zone;
  };
}

/** MySQL's numbers without a sign. */
function signed(name: string, ...keys: readonly string[]): Write {
  return (given) => {
    const unsigned = given.options?.flag("unsigned") === true ? " unsigned" : "";
    return sized(name, ...keys)(given) + unsigned;
  };
}

const numeric = sized("numeric", "precision", "scale");

const postgresql: readonly (readonly [string, Write])[] = [
  ...plain("bigint", "bigserial", "boolean", "cidr", "date", "inet", "integer", "json", "jsonb"),
  ...plain("line", "macaddr", "macaddr8", "point", "real", "serial", "smallint", "smallserial"),
  ...plain("text", "uuid"),
  ["bit", sized("bit", "dimensions")],
  ["char", sized("char", "length")],
  ["decimal", numeric],
  ["doublePrecision", () => "double precision"],
  ["halfvec", sized("halfvec", "dimensions")],
  ["numeric", numeric],
  ["sparsevec", sized("sparsevec", "dimensions")],
  ["time", moment("time")],
  ["timestamp", moment("timestamp")],
  ["varchar", sized("varchar", "length")],
  ["vector", sized("vector", "dimensions")],
  [
    "geometry",
    ({ options, number }) => {
      const system = number("srid");
      const type = options?.text("type") ?? "point";
      return `geometry(${type}${system === null ? "" : `,${String(system)}`})`;
    },
  ],
  [
    "interval",
    (given) => {
      const fields = given.options?.text("fields") ?? null;
      const precision = given.number("precision");
      const size = precision === null ? "" : `(${String(precision)})`;
      return `interval${fields === null ? "" : ` ${fields}`}${size}`;
    },
  ],
];

const mysql: readonly (readonly [string, Write])[] = [
  ...plain("boolean", "date", "json", "year", "text", "tinytext", "mediumtext", "longtext"),
  ["serial", () => "bigint unsigned"],
  ["bigint", signed("bigint")],
  ["binary", sized("binary", "length")],
  ["char", sized("char", "length")],
  ["datetime", sized("datetime", "fsp")],
  ["decimal", signed("decimal", "precision", "scale")],
  ["double", signed("double", "precision", "scale")],
  ["float", signed("float", "precision", "scale")],
  ["int", signed("int")],
  ["mediumint", signed("mediumint")],
  ["real", sized("real", "precision", "scale")],
  ["smallint", signed("smallint")],
  ["time", sized("time", "fsp")],
  ["timestamp", sized("timestamp", "fsp")],
  ["tinyint", signed("tinyint")],
  ["varbinary", sized("varbinary", "length")],
  ["varchar", sized("varchar", "length")],
];

const sqlite: readonly (readonly [string, Write])[] = [
  ...plain("blob", "integer", "numeric", "real"),
  ["int", () => "integer"],
  [
    "text",
    (given) => (given.options?.text("mode") === "json" ? "text" : sized("text", "length")(given)),
  ],
];

/**
 * What Drizzle's column functions write: https://orm.drizzle.team/docs/column-types/pg, and the pages
 * for MySQL and SQLite beside it.
 */
const types: Readonly<Record<Dialect, ReadonlyMap<string, Write>>> = {
  postgresql: new Map(postgresql),
  mysql: new Map(mysql),
  sqlite: new Map(sqlite),
};

/** The type that a function of Drizzle writes; null where it is none that is known here. */
export function sqlType(name: string, given: TypeOptions, dialect: Dialect): string | null {
  return types[dialect].get(name)?.(given) ?? null;
}
