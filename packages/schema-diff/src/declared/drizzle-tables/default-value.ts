import { unwrap, type Place } from "@domain-isolation/source-facts";
import { quoted } from "../../readers/source-code/definitions.js";
import { literalOf } from "../../readers/source-code/literals.js";
import { originOf } from "../../readers/source-code/origin.js";
import { unknownInSchema } from "../unknown-in-schema.js";
import { literalText, sqlText } from "./sql-text.js";
import type { DrizzleReading } from "./table-reading.js";

/** What `.default(…)` gives a column, as SQL. */
export function defaultValue(place: Place, type: string, reading: DrizzleReading): string {
  const { analysis } = reading;
  const text = literalText(place, analysis) ?? sqlText(place, () => null, reading);
  if (text !== null) return text;
  const json = jsonOf(place, reading);
  if (json === undefined) return unknownInSchema;
  return quoted(
    type.endsWith("[]") && Array.isArray(json) ? arrayText(json) : JSON.stringify(json),
  );
}

/** A value that is written out; undefined for any other. */
function jsonOf(place: Place, reading: DrizzleReading): unknown {
  const { analysis } = reading;
  const literal = literalOf(place, analysis);
  if (literal)
    return literal.is === "nothing" ? null : "text" in literal ? literal.text : literal.value;
  const origin = originOf(place, analysis);
  const elements = analysis.elements(origin);
  if (elements) {
    const items = elements.map((each) => jsonOf(each, reading));
    return items.includes(undefined) ? undefined : items;
  }
  const properties =
    unwrap(origin.node)?.type === "ObjectExpression" ? analysis.properties(origin) : null;
  if (properties?.opaque !== null) return undefined;
  const entries = properties.entries.map(
    ({ key, value }) => [key, jsonOf(value, reading)] as const,
  );
  return entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries);
}

/** `{a,"b c"}`: https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO */
function arrayText(items: readonly unknown[]): string {
  const texts = items.map((item) => (Array.isArray(item) ? arrayText(item) : elementText(item)));
  return `{${texts.join(",")}}`;
}

function elementText(item: unknown): string {
  const text = typeof item === "string" ? item : JSON.stringify(item);
  return /^[\w.-]+$/u.test(text) ? text : `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
}
