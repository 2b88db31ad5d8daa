import type { Dialect } from "@domain-isolation/model";
import { itemsOf, textOf, type CallTerm, type ClassValue, type Value } from "../../python/value.js";
import { argumentOf, isSet } from "../sqlalchemy-name.js";
import { known, unknownType, type CompiledType } from "./compiled-type.js";

const names = new Set(["Enum", "postgresql.ENUM", "mysql.ENUM", "ENUM"]);

/** `sa.Enum("a", "b", name="letters")`, `sa.Enum(Letters)`, `postgresql.ENUM(…)`. */
export function compileEnum(full: string, term: CallTerm, dialect: Dialect): CompiledType | null {
  if (!names.has(full)) return null;
  const values = valuesOf(term.args);
  if (!values) return unknownType("an enum whose values aren't known");
  const isNative = !isUnset(term, "native_enum");
  const check = isSet(term, "create_constraint") ? values : null;
  if (dialect === "postgresql" && isNative) return nativeEnum(full, term, values);
  const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(",");
  if (dialect === "mysql" && isNative) return known(`ENUM(${list})`);
  const given = argumentOf(term, "length");
  const longest = Math.max(0, ...values.map((value) => value.length));
  const length = given?.kind === "number" ? given.value : longest;
  return { ...known(`VARCHAR(${String(length)})`), check };
}

function nativeEnum(full: string, term: CallTerm, values: readonly string[]): CompiledType {
  const name = textOf(argumentOf(term, "name")) ?? classOf(term)?.node.name.toLowerCase() ?? null;
  if (name === null) return unknownType("an enum without a name");
  const schema = textOf(argumentOf(term, "schema"));
  // Only PostgreSQL's own type listens to `create_type`; the general one always makes its type.
  const isCreated = full === "Enum" || !isUnset(term, "create_type");
  const text = schema === null ? quoted(name) : `${quoted(schema)}.${quoted(name)}`;
  return { ...known(text), enum: { schema, name, values, isCreated } };
}

function quoted(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/u.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function isUnset(term: CallTerm, name: string): boolean {
  const value = term.named.get(name);
  return value?.kind === "boolean" && !value.value;
}

function classOf({ args: [first] }: CallTerm): ClassValue | null {
  return first?.kind === "class" ? first : null;
}

/** The values of an enum of texts, or the names of the members of one of Python. */
function valuesOf(args: readonly Value[]): readonly string[] | null {
  const [first] = args;
  if (first?.kind === "class") return membersOf(first);
  const items = args.length === 1 && first?.kind === "sequence" ? itemsOf(first) : args;
  const values = items?.map((item) => textOf(item)) ?? [null];
  return values.every((value) => value !== null) ? values : null;
}

export function membersOf({ members }: ClassValue): readonly string[] {
  return [...members.names]
    .filter(([name, { kind }]) => !name.startsWith("_") && kind !== "function")
    .map(([name]) => name);
}
