import type { Span } from "@domain-isolation/model";
import type { Place } from "../values/place.js";
import { textSpan } from "./text-span.js";

export interface TableName {
  readonly name: string;
  readonly schema: string | null;
  /** Where it is written, if that is not all of the place. */
  readonly span: Span | null;
}

/** `users`, `billing.invoices`, `database.dbo.users as u` */
const pattern = /^\s*((?:[^.]+\.)??(?:([^.]+)\.)?([^.]+?))(?:\s+as\s+[^.]+?)?\s*$/iu;

/** The table that a text names, with a schema and an alias as Knex reads them. */
export function tableName(text: string, place: Place): TableName | null {
  const [, written = "", schema = null, name] = pattern.exec(text) ?? [];
  if (name === undefined) return null;
  const start = text.indexOf(written);
  const isWhole = written === text;
  const span = isWhole ? null : textSpan(place, text, { start, end: start + written.length });
  return { name, schema, span };
}
