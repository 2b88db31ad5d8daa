import type { Dialect } from "@domain-isolation/model";
import { textOf, type CallTerm, type Value } from "../../python/value.js";
import { classMember } from "../../python/access.js";
import { argumentOf, isSet, sqlalchemyName } from "../sqlalchemy-name.js";
import { known, unknownType, type CompiledType } from "./compiled-type.js";
import { compileEnum } from "./enum-type.js";
import { lengthTypes, namesakes, plainTypes, type Spelling } from "./plain-types.js";
import { parametricTypes } from "./parametric-types.js";

const emptyArguments = { args: [], named: new Map<string, Value>(), isPartial: false };

/** A type of SQLAlchemy, as its compiler for a dialect writes it: `sa.String(20)` → `VARCHAR(20)`. */
export function compileType(value: Value | null, dialect: Dialect): CompiledType {
  if (value?.kind === "call") {
    return variantOf(value, dialect) ?? compileCall(value.callee, value, dialect);
  }
  if (!value) return unknownType("none");
  // `sa.Integer` alone is as good as `sa.Integer()`.
  const at = { file: "", span: { start: 0, end: 0 } };
  return compileCall(value, { kind: "call", callee: value, ...emptyArguments, at }, dialect);
}

/** `sa.JSON().with_variant(postgresql.JSONB(), "postgresql")`. */
function variantOf({ callee, args }: CallTerm, dialect: Dialect): CompiledType | null {
  if (callee.kind !== "member") return null;
  const [variant, ...names] = args;
  if (callee.name !== "with_variant" || !variant) return compileType(callee.of, dialect);
  const isMeant = names.some((name) => textOf(name) === dialect);
  return compileType(isMeant ? variant : callee.of, dialect);
}

function compileCall(callee: Value, term: CallTerm, dialect: Dialect): CompiledType {
  if (callee.kind === "class") return compileClass(callee, term, dialect);
  const full = sqlalchemyName(callee);
  if (full === null) return unknownType(callee.kind === "name" ? callee.path : "its own");
  const name = full.split(".").at(-1) ?? full;
  return (
    compileEnum(full, term, dialect) ??
    compilePlain(full, name, dialect) ??
    parametricTypes[name]?.(term, dialect, compileType) ??
    compileLength(name, term, dialect) ??
    (namesakes.has(name) ? known(name) : unknownType(name))
  );
}

/** A `TypeDecorator` is stored as the type that it is made of. */
function compileClass(
  owner: Extract<Value, { readonly kind: "class" }>,
  term: CallTerm,
  dialect: Dialect,
): CompiledType {
  const impl = classMember(owner, "impl");
  const isDialects = classMember(owner, "load_dialect_impl") !== null;
  if (!impl || isDialects) return unknownType(owner.node.name);
  const isBare = impl.kind === "name" || impl.kind === "class";
  return isBare ? compileCall(impl, term, dialect) : compileType(impl, dialect);
}

const integers: Readonly<Record<string, CompiledType["integer"]>> = {
  INTEGER: "plain",
  SMALLINT: "small",
  BIGINT: "big",
};

function compilePlain(full: string, name: string, dialect: Dialect): CompiledType | null {
  const spelling = plainTypes[full] ?? plainTypes[name];
  // MySQL's own types of these names have lengths and signs.
  if (spelling === undefined || (full.startsWith("mysql.") && full in parametricMysql)) return null;
  const text = spelled(spelling, dialect);
  return known(text, integers[text] ?? null);
}

const parametricMysql: Readonly<Record<string, true>> = {
  "mysql.INTEGER": true,
  "mysql.BIGINT": true,
  "mysql.SMALLINT": true,
  "mysql.DATETIME": true,
  "mysql.DOUBLE": true,
};

function compileLength(name: string, term: CallTerm, dialect: Dialect): CompiledType | null {
  const type = lengthTypes[name];
  if (!type) return null;
  const given = argumentOf(term, "length", 0) ?? argumentOf(term, "dim", 0);
  const length = given?.kind === "number" ? given.value : (type.length ?? null);
  const text = spelled(type.spelling, dialect);
  // PostgreSQL and SQLite keep a length that is written even where it means nothing.
  const whole = length === null || isSet(term, "unbounded") ? text : `${text}(${String(length)})`;
  const collation = textOf(argumentOf(term, "collation"));
  return known(collation === null ? whole : `${whole} COLLATE "${collation}"`);
}

function spelled(spelling: Spelling, dialect: Dialect): string {
  return typeof spelling === "string" ? spelling : spelling[dialect];
}
