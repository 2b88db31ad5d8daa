import {
  childOf,
  childrenOf,
  identifierName,
  spanOf,
  stringValue,
  templateText,
  unwrap,
} from "../../syntax/node.js";
import { lookUp } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { at, type Place } from "../values/place.js";
import type { Handle, Value } from "../values/value.js";
import { calledText } from "./called-text.js";
import { entityTable, hole, placed, type Holes, type PlacedSegment } from "./placed-segment.js";

/** Texts that are built of texts, and those of others. */
const deepest = 40;

/** The text that an expression stands for, in stretches; what is put in when it runs is a hole. */
export function segmentsOf(
  place: Place,
  holes: Holes,
  analysis: Analysis,
  depth = 0,
): readonly PlacedSegment[] {
  const node = unwrap(place.node) ?? place.node;
  const here = at(place, node);
  if (depth > deepest) return [hole(here, "unknown", null)];
  return (
    readers[node.type]?.(here, holes, analysis, depth) ??
    valueSegments(here, analysis.evaluate(here), holes, analysis, depth)
  );
}

/** Null where an expression is nothing but the value that it has. */
type Reader = (
  place: Place,
  holes: Holes,
  analysis: Analysis,
  depth: number,
) => readonly PlacedSegment[] | null;

const readers: Readonly<Record<string, Reader>> = {
  Literal: (place) => {
    const { value: text } = place.node;
    return [typeof text === "string" ? literal(place, text) : placed(place, { kind: "value" })];
  },
  TemplateLiteral: templateSegments,
  BinaryExpression: (place, holes, analysis, depth) =>
    place.node.operator === "+"
      ? operands(place.node).flatMap((each) =>
          segmentsOf(at(place, each), holes, analysis, depth + 1),
        )
      : null,
  CallExpression: calledText,
  Identifier: grownText,
  MemberExpression: columnName,
};

function valueSegments(
  place: Place,
  found: Value | null,
  holes: Holes,
  analysis: Analysis,
  depth: number,
): readonly PlacedSegment[] {
  switch (found?.is) {
    case "text":
      return found.place.node === place.node
        ? [hole(place, holes, null)]
        : segmentsOf(found.place, found.holes, analysis, depth + 1).map((each) =>
            namedHere(each, place),
          );
    case "entity":
      return [entityTable(place, found)];
    case "identifier": {
      const [name, schema = null] = found.names.toReversed();
      return name === undefined ? [] : [placed(place, { kind: "table", name, schema })];
    }
    case "class": {
      const entity = analysis.entityAt(found.place);
      return [entity ? entityTable(place, entity) : hole(place, holes, null)];
    }
    case "handle":
      return handleSegments(place, found, holes, analysis, depth);
    case "list":
      return [placed(place, { kind: "value" })];
    default:
      return [hole(place, holes, found)];
  }
}

/** A text of another file, or of a function there, names its tables where it is used. */
function namedHere(segment: PlacedSegment, place: Place): PlacedSegment {
  return segment.part !== null || segment.place.module === place.module
    ? segment
    : { ...segment, place, raw: null };
}

/** A part of a text, or a statement that stands in it in parentheses. */
function handleSegments(
  place: Place,
  { text, query }: Handle,
  holes: Holes,
  analysis: Analysis,
  depth: number,
): readonly PlacedSegment[] {
  const part = query?.root.node ?? null;
  if (!text && !part) return [hole(place, holes, null)];
  const segments = text
    ? partSegments(place, text, holes, analysis, depth)
    : [placed(place, { kind: "text", text: "(SELECT 1)" })];
  return segments.map((each) => ({ ...each, part: each.part ?? part }));
}

/** Where it stands it is told on its own: its places stay. */
function partSegments(
  place: Place,
  text: Value,
  holes: Holes,
  analysis: Analysis,
  depth: number,
): readonly PlacedSegment[] {
  return text.is === "text" && text.place.node !== place.node
    ? segmentsOf(text.place, text.holes, analysis, depth + 1)
    : valueSegments(place, text, holes, analysis, depth + 1);
}

/** The quotes are left out; a template's text starts behind its backtick. */
function literal(place: Place, text: string): PlacedSegment {
  const { start, end } = spanOf(place.node);
  const raw = { text: place.module.source.text.slice(start + 1, end - 1), start: start + 1 };
  return { ...placed(place, { kind: "text", text }), raw };
}

function templateSegments(
  place: Place,
  holes: Holes,
  analysis: Analysis,
  depth: number,
): readonly PlacedSegment[] {
  const expressions = childrenOf(place.node, "expressions");
  return childrenOf(place.node, "quasis").flatMap((quasi, index) => {
    const expression = expressions[index];
    const text = templateText(place.node, index) ?? "";
    const own = text === "" ? [] : [quasiSegment(at(place, quasi), text)];
    if (!expression) return own;
    const inner = at(place, expression);
    const isValue = holes === "values" && isString(analysis.evaluate(inner));
    const put = isValue
      ? [placed(inner, { kind: "value" })]
      : segmentsOf(inner, holes, analysis, depth + 1);
    return [...own, ...put];
  });
}

/** In the template of a tag a string is a value, unless the library has made SQL of it. */
function isString(value: Value | null): boolean {
  return value?.is === "text" && value.holes === "unknown" && value.isRaw !== true;
}

/** Parsers disagree whether a quasi's place holds its backtick and braces: the text tells. */
function quasiSegment(place: Place, text: string): PlacedSegment {
  const { start, end } = spanOf(place.node);
  const source = place.module.source.text;
  const isQuoted = source[start] === "`" || source[start] === "}";
  const from = isQuoted && !startsWithin(source, start, text) ? start + 1 : start;
  const raw = { text: source.slice(from, end), start: from };
  return { ...placed(place, { kind: "text", text }), raw };
}

/** Whether the text itself begins with the brace that stands at its place. */
function startsWithin(source: string, start: number, text: string): boolean {
  const before = source[start - 1];
  return text.startsWith(source[start] ?? "") && (before === "`" || before === "}");
}

function operands(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  let left: SyntaxNode | null = node;
  while (left?.type === "BinaryExpression" && left.operator === "+") {
    const right = childOf(left, "right");
    if (right) found.push(right);
    left = unwrap(childOf(left, "left"));
  }
  return left ? [left, ...found.reverse()] : found;
}

/** `users.id` of the table `users` */
function columnName(
  place: Place,
  _holes: Holes,
  analysis: Analysis,
): readonly PlacedSegment[] | null {
  const object = childOf(place.node, "object");
  const owner = object && analysis.evaluate(at(place, object));
  return owner?.is === "entity" ? [placed(place, { kind: "identifier" })] : null;
}

/** `let text = "…"; if (…) text += "…";`: all that may be added is taken as added. */
function grownText(
  place: Place,
  holes: Holes,
  analysis: Analysis,
  depth: number,
): readonly PlacedSegment[] | null {
  const name = identifierName(place.node) ?? "";
  const [declaration] = lookUp(name, place.scope);
  if (declaration?.kind !== "variable" || declaration.node.type !== "VariableDeclarator")
    return null;
  const assigned = (place.module.assignments.get(name) ?? []).filter(
    ({ scope }) => lookUp(name, scope)[0] === declaration,
  );
  if (!assigned.some(({ operator }) => operator === "+=")) return null;
  const init = childOf(declaration.node, "init");
  const parts = [...(init ? [{ value: init, scope: declaration.scope }] : []), ...assigned]
    .filter(({ value: { type } }) => type !== "BinaryExpression" || init !== null)
    .sort((a, b) => spanOf(a.value).start - spanOf(b.value).start);
  return parts.flatMap(({ value: node, scope }) =>
    segmentsOf({ ...place, node, scope }, holes, analysis, depth + 1),
  );
}

/** The text of a string that is written out, for a look at it. */
export function writtenText(node: SyntaxNode): string | null {
  return stringValue(node) ?? (node.type === "TemplateLiteral" ? templateText(node, 0) : null);
}
