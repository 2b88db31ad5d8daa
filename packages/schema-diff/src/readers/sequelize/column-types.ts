import type { Dialect } from "@domain-isolation/model";
import {
  at,
  childOf,
  childrenOf,
  identifierName,
  type Analysis,
  type Place,
} from "@domain-isolation/source-facts";
import { chainOf } from "../source-code/chain.js";
import { quoted } from "../source-code/definitions.js";
import { numberOf, textOf, textsOf } from "../source-code/literals.js";
import { optionsOf } from "../source-code/options.js";
import { originOf } from "../source-code/origin.js";

/** A type as Sequelize writes it; of an enum its values. */
export interface WrittenType {
  readonly text: string;
  readonly enum: readonly string[] | null;
}

type Names = Readonly<Record<Dialect, string>>;

function same(name: string): Names {
  return { postgresql: name, sqlite: name, mysql: name };
}

/** `DataTypes` without arguments (6.37; `dialects/<dialect>/data-types.js`). */
const plain: Readonly<Record<string, Names>> = {
  STRING: same("VARCHAR(255)"),
  CHAR: same("CHAR(255)"),
  TEXT: same("TEXT"),
  CITEXT: { postgresql: "CITEXT", sqlite: "TEXT COLLATE NOCASE", mysql: "TEXT" },
  TSVECTOR: same("TSVECTOR"),
  TINYINT: { postgresql: "SMALLINT", sqlite: "TINYINT", mysql: "TINYINT" },
  SMALLINT: same("SMALLINT"),
  MEDIUMINT: { postgresql: "INTEGER", sqlite: "MEDIUMINT", mysql: "MEDIUMINT" },
  INTEGER: same("INTEGER"),
  BIGINT: same("BIGINT"),
  FLOAT: same("FLOAT"),
  REAL: same("REAL"),
  DOUBLE: same("DOUBLE PRECISION"),
  DECIMAL: same("DECIMAL"),
  NUMERIC: same("DECIMAL"),
  BOOLEAN: { postgresql: "BOOLEAN", sqlite: "TINYINT(1)", mysql: "TINYINT(1)" },
  DATE: { postgresql: "TIMESTAMP WITH TIME ZONE", sqlite: "DATETIME", mysql: "DATETIME" },
  DATEONLY: same("DATE"),
  TIME: same("TIME"),
  UUID: { postgresql: "UUID", sqlite: "UUID", mysql: "CHAR(36) BINARY" },
  JSON: same("JSON"),
  JSONB: same("JSONB"),
  BLOB: { postgresql: "BYTEA", sqlite: "BLOB", mysql: "BLOB" },
  HSTORE: same("HSTORE"),
  INET: same("INET"),
  CIDR: same("CIDR"),
  MACADDR: same("MACADDR"),
  GEOMETRY: same("GEOMETRY"),
  GEOGRAPHY: same("GEOGRAPHY"),
};

/** Null where it is known only when it runs, or no type of Sequelize's. */
export function columnType(place: Place, dialect: Dialect, analysis: Analysis): WrittenType | null {
  const origin = originOf(place, analysis);
  const text = textOf(origin, analysis);
  if (text !== null) return { text, enum: null };
  const { steps, root } = chainOf(unNew(origin), analysis);
  const names = [rootName(root) ?? "", ...steps.map(({ name }) => name)];
  const base = names.findLast((name) => Object.hasOwn(plain, name) || Object.hasOwn(made, name));
  if (base === undefined) return null;
  const called = steps.findLast(({ args }) => args !== null)?.args ?? [];
  const args = origin.node.type === "NewExpression" ? argumentsOf(origin) : called;
  const written = made[base]?.(args, dialect, analysis) ?? withoutArguments(base, dialect);
  const isUnsigned = names.includes("UNSIGNED") && dialect === "mysql";
  return written && (isUnsigned ? { ...written, text: `${written.text} UNSIGNED` } : written);
}

function unNew(place: Place): Place {
  const callee = place.node.type === "NewExpression" ? childOf(place.node, "callee") : null;
  return callee ? at(place, callee) : place;
}

function argumentsOf(place: Place): readonly Place[] {
  return childrenOf(place.node, "arguments").map((each) => at(place, each));
}

function rootName(root: ReturnType<typeof chainOf>["root"]): string | null {
  return root.is === "other" ? identifierName(root.place.node) : null;
}

function withoutArguments(base: string, dialect: Dialect): WrittenType | null {
  const name = plain[base]?.[dialect];
  return name === undefined ? null : { text: name, enum: null };
}

type Maker = (args: readonly Place[], dialect: Dialect, analysis: Analysis) => WrittenType | null;

function sized(name: (dialect: Dialect) => string): Maker {
  return ([first], dialect, analysis) => {
    const length =
      numberOf(first, analysis) ?? numberOf(optionsOf(first, analysis)?.place("length"), analysis);
    return length === null ? null : { text: `${name(dialect)}(${String(length)})`, enum: null };
  };
}

const decimal: Maker = ([first, second], _dialect, analysis) => {
  const options = optionsOf(first, analysis);
  const precision = numberOf(options ? options.place("precision") : first, analysis);
  const scale = numberOf(options ? options.place("scale") : second, analysis);
  if (precision === null) return null;
  const digits = scale === null ? String(precision) : `${String(precision)},${String(scale)}`;
  return { text: `DECIMAL(${digits})`, enum: null };
};

const dated: Maker = ([first], dialect, analysis) => {
  const digits = numberOf(first, analysis);
  if (digits === null || dialect === "sqlite") return null;
  const text = dialect === "mysql" ? `DATETIME(${String(digits)})` : "TIMESTAMP WITH TIME ZONE";
  return { text, enum: null };
};

const enumerated: Maker = (args, dialect, analysis) => {
  const [first] = args;
  const list = optionsOf(first, analysis)?.texts("values") ?? flattened(args, analysis);
  if (!list) return null;
  const text = {
    postgresql: "TEXT",
    sqlite: "TEXT",
    mysql: `ENUM(${list.map(quoted).join(", ")})`,
  };
  return { text: text[dialect], enum: list };
};

function flattened(args: readonly Place[], analysis: Analysis): readonly string[] | null {
  const texts = args.map((each) => textsOf(each, analysis));
  return texts.includes(null) || texts.length === 0 ? null : texts.flatMap((each) => each ?? []);
}

const listed: Maker = ([first], dialect, analysis) => {
  const inner = first && columnType(first, dialect, analysis);
  return inner ? { ...inner, text: `${inner.text}[]` } : null;
};

const texts: Maker = ([first], dialect, analysis) => {
  const size = first ? textOf(first, analysis) : null;
  const isSized = dialect === "mysql" && size !== null && /^(?:tiny|medium|long)$/iu.test(size);
  return isSized ? { text: `${size.toUpperCase()}TEXT`, enum: null } : null;
};

const made: Readonly<Record<string, Maker>> = {
  STRING: sized(() => "VARCHAR"),
  CHAR: sized(() => "CHAR"),
  INTEGER: (args, dialect, analysis) =>
    dialect === "postgresql" ? null : sized(() => "INTEGER")(args, dialect, analysis),
  BIGINT: (args, dialect, analysis) =>
    dialect === "postgresql" ? null : sized(() => "BIGINT")(args, dialect, analysis),
  TEXT: texts,
  DECIMAL: decimal,
  NUMERIC: decimal,
  DATE: dated,
  ENUM: enumerated,
  ARRAY: listed,
};
