import type { Span } from "@domain-isolation/model";
import { spanOf, stringValue, unwrap } from "../../../syntax/node.js";
import { rawOffset } from "../../text/raw-offset.js";
import type { Place } from "../../values/place.js";

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
  const span = written === text ? null : spanWithin(place, text, written);
  return { name, schema, span };
}

/** Of a text that is written out there, the part that is the name. */
function spanWithin(place: Place, text: string, written: string): Span | null {
  const node = unwrap(place.node) ?? place.node;
  if (stringValue(node) !== text) return null;
  const { start, end } = spanOf(node);
  const raw = place.module.source.text.slice(start + 1, end - 1);
  const from = text.indexOf(written);
  return {
    start: start + 1 + rawOffset(raw, from),
    end: start + 1 + rawOffset(raw, from + written.length),
  };
}
