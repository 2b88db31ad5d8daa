import type { Span } from "@domain-isolation/model";
import { definitionOf, type Place } from "../syntax/definition.js";
import {
  childOf,
  childrenOf,
  identifierName,
  spanOf,
  templateText,
  unwrap,
} from "../syntax/node.js";
import { lookUp, type Declaration } from "../syntax/scopes.js";

/** What the expression in the place of a specifier stands for: texts, and what can't be told. */
export interface Specifiers {
  readonly known: readonly { readonly text: string; readonly span: Span }[];
  readonly unknown: readonly { readonly reason: string; readonly span: Span }[];
}

/** Reads the specifier in an expression; both branches of a condition are specifiers. */
export function readSpecifiers({ node: wrapped, scope }: Place, source: string): Specifiers {
  const node = unwrap(wrapped) ?? wrapped;
  if (node.type === "ConditionalExpression") {
    const branches = ["consequent", "alternate"].flatMap((key) => {
      const branch = childOf(node, key);
      return branch ? [readSpecifiers({ node: branch, scope }, source)] : [];
    });
    return {
      known: branches.flatMap(({ known }) => known),
      unknown: branches.flatMap(({ unknown }) => unknown),
    };
  }
  const span = spanOf(node);
  const value = fold({ node, scope }, { source, steps: mostSteps });
  if (typeof value === "string") return { known: [{ text: value, span }], unknown: [] };
  const verb = value.place.node === node ? "is" : "is built from";
  return { known: [], unknown: [{ reason: `the specifier ${verb} ${value.what}`, span }] };
}

/** The first part of an expression that is not constant, in words. */
interface Unknown {
  readonly place: Place;
  readonly what: string;
}

/** Constants may be built of themselves, or double at every step. */
const mostSteps = 200;
interface Folding {
  readonly source: string;
  steps: number;
}

function fold(place: Place, folding: Folding): string | Unknown {
  const definition = definitionOf(place);
  const { node, scope } = definition;
  folding.steps -= 1;
  if (folding.steps < 0) return { place, what: describe(place, definition, folding.source) };
  switch (node.type) {
    case "Literal":
      if (typeof node.value === "string") return node.value;
      break;
    case "TemplateLiteral": {
      const holes = childrenOf(node, "expressions").map((hole) =>
        fold({ node: hole, scope }, folding),
      );
      const texts = childrenOf(node, "quasis").map((_, index) => templateText(node, index) ?? "");
      return join(texts.flatMap((text, index) => [text, holes[index] ?? ""]));
    }
    case "BinaryExpression": {
      const sides = operands(definition);
      if (sides.length > 0) return join(sides.map((side) => fold(side, folding)));
      break;
    }
  }
  return { place, what: describe(place, definition, folding.source) };
}

/** All the operands of `a + b + c`, left to right, without recursion: such chains grow long. */
function operands({ node, scope }: Place): readonly Place[] {
  const found: Place[] = [];
  let left: Place["node"] | null = node;
  while (left?.type === "BinaryExpression" && left.operator === "+") {
    const right = childOf(left, "right");
    if (right) found.push({ node: right, scope });
    left = unwrap(childOf(left, "left"));
  }
  return left && found.length > 0 ? [{ node: left, scope }, ...found.reverse()] : [];
}

function join(parts: readonly (string | Unknown)[]): string | Unknown {
  let text = "";
  for (const part of parts) {
    if (typeof part !== "string") return part;
    text += part;
  }
  return text;
}

function describe({ node, scope }: Place, definition: Place, source: string): string {
  const inner = unwrap(node) ?? node;
  const name = identifierName(inner);
  const { start, end } = spanOf(inner);
  const text = source.slice(start, end).replaceAll(/\s+/gu, " ");
  const shown = `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
  if (name === null) return `${shown}, which is worked out when it runs`;
  const [declaration] = lookUp(name, scope);
  return `${shown}, ${declaration ? kindOf(declaration, definition.node !== inner) : "which this file does not define"}`;
}

function kindOf({ kind, imported }: Declaration, isDefined: boolean): string {
  if (kind === "parameter") return "a parameter";
  if (kind === "variable") return "a variable that may change";
  if (imported) return `which comes from "${imported.specifier}"`;
  if (kind === "const" || isDefined) return "a constant that is worked out when it runs";
  return "which is not a text";
}
