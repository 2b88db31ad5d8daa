import type { Dialect } from "@domain-isolation/model";
import { at, childOf, segmentsOf, type Analysis, type Place } from "@domain-isolation/source-facts";
import { chainOf } from "../../readers/source-code/chain.js";
import { quoted } from "../../readers/source-code/definitions.js";
import { literalOf, textOf } from "../../readers/source-code/literals.js";
import { originOf } from "../../readers/source-code/origin.js";

/** What an expression is called in SQL: a column. */
export type NameInSql = (place: Place) => string | null;

/** The SQL of "sql`…`" or `sql.raw("…")`; null where it is none, or not known whole. */
export function sqlText(
  place: Place,
  nameOf: NameInSql,
  { analysis, dialect }: { readonly analysis: Analysis; readonly dialect: Dialect },
): string | null {
  const origin = originOf(place, analysis);
  if (origin.node.type === "CallExpression") return calledText(origin, nameOf, analysis, dialect);
  const quasi =
    origin.node.type === "TaggedTemplateExpression" ? childOf(origin.node, "quasi") : null;
  if (!quasi) return null;
  const pieces = segmentsOf(at(origin, quasi), "values", analysis).map(
    ({ segment, place: part }) => {
      if (segment.kind === "text") return segment.text;
      const name = nameOf(part);
      if (name !== null) return inQuotes(name, dialect);
      const literal = literalText(part, analysis);
      if (literal !== null) return literal;
      return sqlText(part, nameOf, { analysis, dialect });
    },
  );
  return pieces.every((piece) => piece !== null) ? pieces.join("") : null;
}

/** `sql.raw("…")`, "sql`…`.as(…)" */
function calledText(
  place: Place,
  nameOf: NameInSql,
  analysis: Analysis,
  dialect: Dialect,
): string | null {
  const { steps } = chainOf(place, analysis);
  const last = steps.at(-1);
  const [first] = last?.args ?? [];
  if (last?.name === "raw" && first) return textOf(first, analysis);
  const tag = steps.find(({ template }) => template !== null);
  return tag ? sqlText(tag.place, nameOf, { analysis, dialect }) : null;
}

function inQuotes(name: string, dialect: Dialect): string {
  const quote = dialect === "mysql" ? "`" : '"';
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}

/** A literal of the code as one of SQL. */
export function literalText(place: Place, analysis: Analysis): string | null {
  const literal = literalOf(place, analysis);
  switch (literal?.is) {
    case "text":
      return quoted(literal.text);
    case "number":
    case "boolean":
      return String(literal.value);
    case "nothing":
      return "NULL";
    default:
      return null;
  }
}
