import type { ObjectName } from "@domain-isolation/model";
import { quoteIdentifier } from "../../sql/postgresql/quote-identifier.js";
import { resolve, type State } from "../state.js";

/** As `format_type` writes it. */
export function typeName({ schema, name }: ObjectName, { rules }: State): string {
  const own = quoteIdentifier(name);
  const isUsual = schema === null || schema === rules.searchPath[0];
  return isUsual ? own : `${quoteIdentifier(schema)}.${own}`;
}

/** A type of the user's that is written without its schema, with the schema in which it is found. */
export function resolveType(type: string, state: State): string {
  if (!state.rules.dependsByObject) return type;
  const name = type.replace(/\[\]$/u, "");
  const unquoted = /^"(?:[^"]|"")*"$/u.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name;
  const found = resolve({ schema: null, name: unquoted }, state.types, state);
  return found ? typeName(found, state) + type.slice(name.length) : type;
}
