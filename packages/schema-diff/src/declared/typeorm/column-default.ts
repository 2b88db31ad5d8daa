import type { Dialect } from "@domain-isolation/model";
import { at, childOf, childrenOf, type Place } from "@domain-isolation/source-facts";
import { quoted } from "../../readers/source-code/definitions.js";
import { literalOf, textOf, type Literal } from "../../readers/source-code/literals.js";
import { optionsOf } from "../../readers/source-code/options.js";
import { originOf } from "../../readers/source-code/origin.js";
import { writtenDefault } from "../../readers/source-code/written-type.js";
import { unknownInSchema } from "../unknown-in-schema.js";
import type { ColumnReading } from "./typeorm-reading.js";

/** `default: 5`, `default: () => "now()"`; null where there is none. */
export function columnDefault(place: Place | undefined, reading: ColumnReading): string | null {
  if (!place) return null;
  const { analysis, dialect } = reading;
  const literal = literalOf(place, analysis);
  if (literal) return literalDefault(literal, dialect);
  const sql = returnedText(originOf(place, analysis), reading);
  if (sql === null) return emptyValue(place, reading) ?? unknownInSchema;
  return writtenDefault(dialect === "sqlite" ? `(${sql})` : sql, dialect);
}

function literalDefault(literal: Literal, dialect: Dialect): string | null {
  switch (literal.is) {
    case "nothing":
      return null;
    case "text":
      return quoted(literal.text);
    case "boolean":
      return String(dialect === "postgresql" ? literal.value : Number(literal.value));
    case "number":
      return String(literal.value);
  }
}

/** Of a function that gives SQL. */
function returnedText(place: Place, { analysis }: ColumnReading): string | null {
  if (!place.node.type.includes("Function")) return null;
  const body = childOf(place.node, "body");
  const [first] = body?.type === "BlockStatement" ? childrenOf(body, "body") : [];
  const given = first?.type === "ReturnStatement" ? childOf(first, "argument") : body;
  return given ? textOf(at(place, given), analysis) : null;
}

/** What is more than an empty list or object is known when it runs. */
function emptyValue(place: Place, { analysis }: ColumnReading): string | null {
  const origin = originOf(place, analysis);
  const elements = analysis.elements(origin);
  if (elements) return elements.length === 0 ? "'{}'" : null;
  const options = optionsOf(origin, analysis);
  return options?.keys.length === 0 && !options.opaque ? "'{}'" : null;
}
