import {
  at,
  childOf,
  identifierName,
  segmentsOf,
  type Analysis,
  type Place,
} from "@domain-isolation/source-facts";
import { originOf } from "./origin.js";

/** What an expression is where it is written out, or a constant. */
export type Literal =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "number"; readonly value: number }
  | { readonly is: "boolean"; readonly value: boolean }
  /** `null`, `undefined`. */
  | { readonly is: "nothing" };

export function literalOf(place: Place, analysis: Analysis): Literal | null {
  const origin = originOf(place, analysis);
  const { node } = origin;
  if (node.type === "UnaryExpression") return unaryLiteral(origin, analysis);
  if (node.type === "Literal" && typeof node.value !== "string") return plainLiteral(node.value);
  if (identifierName(node) === "undefined") return { is: "nothing" };
  const text = textOf(origin, analysis);
  return text === null ? null : { is: "text", text };
}

function plainLiteral(value: unknown): Literal | null {
  if (typeof value === "number") return { is: "number", value };
  if (typeof value === "bigint") return { is: "number", value: Number(value) };
  if (typeof value === "boolean") return { is: "boolean", value };
  return value === null ? { is: "nothing" } : null;
}

function unaryLiteral(place: Place, analysis: Analysis): Literal | null {
  const argument = childOf(place.node, "argument");
  const inner = argument && literalOf(at(place, argument), analysis);
  if (place.node.operator === "-" && inner?.is === "number")
    return { is: "number", value: -inner.value };
  if (place.node.operator === "!" && inner?.is === "boolean")
    return { is: "boolean", value: !inner.value };
  return null;
}

/** A text that an expression always is: numbers in templates count too. */
export function textOf(place: Place, analysis: Analysis): string | null {
  let text = "";
  const segments = segmentsOf(place, "unknown", analysis);
  for (const { segment, place: part } of segments) {
    const piece = segment.kind === "text" ? segment.text : partText(part, place, analysis);
    if (piece === null) return null;
    text += piece;
  }
  return segments.length === 0 ? null : text;
}

function partText(part: Place, whole: Place, analysis: Analysis): string | null {
  const origin = originOf(part, analysis);
  if (origin.node === whole.node) return null;
  if (typeof origin.node.value === "number") return String(origin.node.value);
  return origin.node === part.node ? null : textOf(origin, analysis);
}

export function numberOf(place: Place | undefined, analysis: Analysis): number | null {
  const literal = place && literalOf(place, analysis);
  return literal?.is === "number" ? literal.value : null;
}

/** A condition that is written out; null where it isn't. */
export function booleanOf(place: Place | undefined, analysis: Analysis): boolean | null {
  const literal = place && literalOf(place, analysis);
  return literal?.is === "boolean" ? literal.value : null;
}

/** Texts of a list, or the one text that stands in place of a list; null where any is unknown. */
export function textsOf(place: Place | undefined, analysis: Analysis): readonly string[] | null {
  if (!place) return null;
  const elements = analysis.elements(originOf(place, analysis));
  const texts = (elements ?? [place]).map((each) => textOf(each, analysis));
  return texts.every((each) => each !== null) ? texts : null;
}
