import type { Dialect } from "@domain-isolation/model";
import type { Analysis, Place } from "@domain-isolation/source-facts";
import { chainOf } from "../source-code/chain.js";
import { quoted } from "../source-code/definitions.js";
import { literalOf, numberOf, textOf } from "../source-code/literals.js";
import { originOf } from "../source-code/origin.js";

const uuids: Readonly<Record<Dialect, string>> = {
  postgresql: "gen_random_uuid()",
  sqlite:
    "lower(hex(randomblob(4))) || '-' || lower(hex(randomblob(2))) || '-4' || substr(lower(hex(randomblob(2))),2) || '-' || substr('89ab',abs(random()) % 4 + 1, 1) || substr(lower(hex(randomblob(2))),2) || '-' || lower(hex(randomblob(6)))",
  mysql: "uuid()",
};

/**
 * The SQL of `defaultTo(value)`: Knex puts all but raw SQL in quotes. Undefined where it is known only
 * when it runs, null for none.
 */
export function defaultValue(
  place: Place,
  type: string,
  dialect: Dialect,
  analysis: Analysis,
): string | null | undefined {
  const literal = literalOf(place, analysis);
  if (!literal)
    return madeByKnex(place, dialect, analysis) ?? jsonText(place, analysis) ?? undefined;
  if (literal.is === "nothing") return "null";
  const value = literal.is === "text" ? literal.text : literal.value;
  if (type !== "boolean") return quoted(String(value));
  return quoted(value === "false" || !value ? "0" : "1");
}

/** `knex.fn.now()`, `knex.raw("…")`, of whatever the client is called. */
function madeByKnex(place: Place, dialect: Dialect, analysis: Analysis): string | null {
  const { steps } = chainOf(place, analysis);
  const last = steps.at(-1);
  const before = steps.at(-2)?.name;
  const [argument] = last?.args ?? [];
  if (last?.name === "raw") return argument ? textOf(argument, analysis) : null;
  if (before !== "fn" || !last) return null;
  if (last.name === "uuid") return uuids[dialect];
  if (last.name !== "now") return null;
  const precision = numberOf(argument, analysis);
  return precision === null ? "CURRENT_TIMESTAMP" : `CURRENT_TIMESTAMP(${String(precision)})`;
}

/** Of a `json` column: an object, or a list, as text. */
function jsonText(place: Place, analysis: Analysis): string | null {
  const value = plainValue(originOf(place, analysis), analysis);
  return typeof value === "object" ? quoted(JSON.stringify(value)) : null;
}

/** Undefined where any of it is known only when it runs. */
function plainValue(place: Place, analysis: Analysis): unknown {
  const literal = literalOf(place, analysis);
  if (literal)
    return literal.is === "text" ? literal.text : literal.is === "nothing" ? null : literal.value;
  const elements = analysis.elements(place);
  if (elements) {
    const values = elements.map((each) => plainValue(originOf(each, analysis), analysis));
    return values.includes(undefined) ? undefined : values;
  }
  const properties = analysis.properties(place);
  if (properties?.opaque !== null) return undefined;
  const entries = properties.entries.map(
    ({ key, value }) => [key, plainValue(originOf(value, analysis), analysis)] as const,
  );
  return entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries);
}
