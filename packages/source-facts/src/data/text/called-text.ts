import { childOf, childrenOf, keyName, unwrap } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { at, type Place } from "../values/place.js";
import type { Holes, PlacedSegment } from "./placed-segment.js";
import { segmentsOf } from "./segments.js";

const unchanged = new Set(["trim", "trimStart", "trimEnd", "toString", "toLowerCase"]);

/** `text.trim()`, `[…].join(" ")`, and the `join([…], " AND ")` of the libraries that build SQL. */
export function calledText(
  place: Place,
  holes: Holes,
  analysis: Analysis,
  depth: number,
): readonly PlacedSegment[] | null {
  const callee = unwrap(childOf(place.node, "callee"));
  const object = callee?.type === "MemberExpression" ? childOf(callee, "object") : null;
  const method = callee && object && keyName(callee, "property");
  if (!object || !method) return null;
  if (unchanged.has(method)) return segmentsOf(at(place, object), holes, analysis, depth + 1);
  if (method !== "join") return null;
  return joinedText(place, object, holes, analysis, depth);
}

/** A list of which no element is known says nothing. */
function joinedText(
  place: Place,
  object: SyntaxNode,
  holes: Holes,
  analysis: Analysis,
  depth: number,
): readonly PlacedSegment[] | null {
  const [first, second] = childrenOf(place.node, "arguments").map((each) => at(place, each));
  const own = analysis.elements(at(place, object)) ?? [];
  if (own.length > 0) return joined(own, first, holes, analysis, depth);
  const given = (first && analysis.elements(first)) ?? [];
  return given.length > 0 ? joined(given, second, "values", analysis, depth) : null;
}

/** A comma stands between two where nothing else is given. */
function joined(
  elements: readonly Place[],
  glue: Place | undefined,
  holes: Holes,
  analysis: Analysis,
  depth: number,
): readonly PlacedSegment[] {
  return elements.flatMap((element, index) => {
    const between = index === 0 ? [] : glueSegments(glue, element, analysis, depth);
    return [...between, ...segmentsOf(element, holes, analysis, depth + 1)];
  });
}

function glueSegments(
  glue: Place | undefined,
  element: Place,
  analysis: Analysis,
  depth: number,
): readonly PlacedSegment[] {
  if (glue) return segmentsOf(glue, "unknown", analysis, depth + 1);
  const nothing = { raw: null, entity: null, parameter: null, part: null };
  return [{ segment: { kind: "text", text: ", " }, place: element, ...nothing }];
}
