import type { SourcePlace, Span } from "@domain-isolation/model";
import type { PlacedName } from "../../changes/change.js";
import { textOf, type TextPart, type TextValue, type Value } from "../python/value.js";

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
  const start = first ? offsetIn(first, 0, at) : null;
  const end = last && "text" in last ? offsetIn(last, last.text.length, at) : null;
  return start !== null && end !== null && start <= end ? { start, end } : at.span;
}

function offsetIn(part: TextPart, index: number, { file }: SourcePlace): number | null {
  if ("hole" in part || part.origin?.file !== file) return null;
  return part.origin.offsetAt(index);
}

/** `schema.table` as one text. */
export function splitName(whole: string): Pick<PlacedName, "schema" | "name"> {
  const segments = whole.split(".");
  const name = segments.pop() ?? whole;
  return { schema: segments.length > 0 ? segments.join(".") : null, name };
}
