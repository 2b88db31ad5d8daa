import type { Dialect } from "@domain-isolation/model";
import { textOf, type CallTerm, type Value } from "../../python/value.js";
import { argumentOf, isSet } from "../sqlalchemy-name.js";
import { known, unknownType, type CompiledType } from "./compiled-type.js";

type Compile = (value: Value | null, dialect: Dialect) => CompiledType;

type Parametric = (term: CallTerm, dialect: Dialect, compile: Compile) => CompiledType;

/** Types whose arguments say more than a length. */
export const parametricTypes: Readonly<Record<string, Parametric>> = {
  DateTime: (term, dialect) =>
    dialect === "postgresql" ? timeType("TIMESTAMP", term) : known("DATETIME"),
  TIMESTAMP: (term, dialect) => moment("TIMESTAMP", term, dialect),
  Time: (term, dialect) => moment("TIME", term, dialect),
  TIME: (term, dialect) => moment("TIME", term, dialect),
  DATETIME: (term) => fractional("DATETIME", term),
  Float: (term, dialect) => floating("FLOAT", term, dialect),
  FLOAT: (term, dialect) => floating("FLOAT", term, dialect),
  Numeric: (term) => numeric("NUMERIC", term),
  NUMERIC: (term) => numeric("NUMERIC", term),
  DECIMAL: (term) => numeric("DECIMAL", term),
  DOUBLE: (term) => numeric("DOUBLE", term),
  INTEGER: (term) => displayed("INTEGER", "plain", term),
  BIGINT: (term) => displayed("BIGINT", "big", term),
  SMALLINT: (term) => displayed("SMALLINT", "small", term),
  MEDIUMINT: (term) => displayed("MEDIUMINT", "plain", term),
  TINYINT: (term) => displayed("TINYINT", "small", term),
  INTERVAL: (term) => intervalType(term),
  BIT: (term, dialect) => bits(term, dialect),
  ARRAY: (term, dialect, compile) => arrayOf(term, dialect, compile),
  Geometry: (term) => spatial("geometry", term),
  Geography: (term) => spatial("geography", term),
};

function numberOf(term: CallTerm, name: string, index: number | null): number | null {
  const value = argumentOf(term, name, index);
  return value?.kind === "number" ? value.value : null;
}

function moment(name: string, term: CallTerm, dialect: Dialect): CompiledType {
  return dialect === "postgresql" ? timeType(name, term) : fractional(name, term);
}

function timeType(name: string, term: CallTerm): CompiledType {
  const precision = numberOf(term, "precision", 1);
  const [first] = term.args;
  const isZoned = isSet(term, "timezone") || (first?.kind === "boolean" && first.value);
  const length = precision === null ? "" : `(${String(precision)})`;
  return known(`${name}${length} ${isZoned ? "WITH" : "WITHOUT"} TIME ZONE`);
}

/** MySQL's fractional seconds. */
function fractional(name: string, term: CallTerm): CompiledType {
  const digits = numberOf(term, "fsp", null);
  return known(digits === null ? name : `${name}(${String(digits)})`);
}

function floating(name: string, term: CallTerm, dialect: Dialect): CompiledType {
  const precision = numberOf(term, "precision", 0);
  const isWritten = precision !== null && dialect === "postgresql";
  return known(isWritten ? `${name}(${String(precision)})` : name);
}

function numeric(name: string, term: CallTerm): CompiledType {
  const precision = numberOf(term, "precision", 0);
  const scale = numberOf(term, "scale", 1);
  if (precision === null) return known(name);
  const digits = scale === null ? String(precision) : `${String(precision)}, ${String(scale)}`;
  return known(`${name}(${digits})`);
}

function displayed(name: string, integer: CompiledType["integer"], term: CallTerm): CompiledType {
  const width = numberOf(term, "display_width", 0);
  const length = width === null ? "" : `(${String(width)})`;
  const unsigned = isSet(term, "unsigned") ? " UNSIGNED" : "";
  return known(`${name}${length}${unsigned}${isSet(term, "zerofill") ? " ZEROFILL" : ""}`, integer);
}

function intervalType(term: CallTerm): CompiledType {
  const fields = textOf(argumentOf(term, "fields", 1));
  const precision = numberOf(term, "precision", 0);
  const words = ["INTERVAL", fields, precision === null ? null : `(${String(precision)})`];
  return known(words.filter((word) => word !== null).join(" "));
}

function bits(term: CallTerm, dialect: Dialect): CompiledType {
  const length = numberOf(term, "length", 0);
  const isVarying = isSet(term, "varying");
  if (isVarying) return known(length === null ? "BIT VARYING" : `BIT VARYING(${String(length)})`);
  return known(length === null && dialect === "mysql" ? "BIT" : `BIT(${String(length ?? 1)})`);
}

function arrayOf(term: CallTerm, dialect: Dialect, compile: Compile): CompiledType {
  const item = compile(argumentOf(term, "item_type", 0), dialect);
  const dimensions = numberOf(term, "dimensions", null) ?? 1;
  if (item.text === null) return unknownType(`an array of ${item.name}`);
  return { ...item, text: `${item.text}${"[]".repeat(dimensions)}`, integer: null };
}

/** PostGIS writes what is in it, and in which system its coordinates are. */
function spatial(name: string, term: CallTerm): CompiledType {
  const type = textOf(argumentOf(term, "geometry_type", 0)) ?? "GEOMETRY";
  const system = numberOf(term, "srid", 1) ?? -1;
  return known(`${name}(${type},${String(system)})`);
}
