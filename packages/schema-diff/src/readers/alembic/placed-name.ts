import type { SourcePlace, Span } from "@domain-isolation/model";
import type { PlacedName } from "../../changes/change.js";
import {
  textOf,
  type TextOrigin,
  type TextPart,
  type TextValue,
  type Value,
} from "../python/value.js";

/** A name and the schema that is given for it, with the place where it is written. */
export function placedName(
  name: Value | null,
  schema: Value | null,
  at: SourcePlace,
): PlacedName | null {
  const known = textOf(name);
  if (known === null || name?.kind !== "text" || known === "") return null;
  return { schema: textOf(schema), name: known, span: spanOfText(name, at) };
}

/** Where a text is written, if that is in the file of the change; the whole change otherwise. */
export function spanOfText(value: TextValue, at: SourcePlace): Span {
  const [first] = value.parts;
  const last = value.parts.at(-1);
  const from = originIn(first, at)?.startOf(0) ?? null;
  const length = last && "text" in last ? last.text.length : 0;
  const to = originIn(last, at)?.endOf(length - 1) ?? null;
  return from !== null && to !== null && from <= to ? { start: from, end: to } : at.span;
}

/** Null where it is written in another file than the change. */
function originIn(part: TextPart | undefined, { file }: SourcePlace): TextOrigin | null {
  return part && "text" in part && part.origin?.file === file ? part.origin : null;
}

/** `schema.table` as one text. */
export function splitName(whole: string): Pick<PlacedName, "schema" | "name"> {
  const segments = whole.split(".");
  const name = segments.pop() ?? whole;
  return { schema: segments.length > 0 ? segments.join(".") : null, name };
}
