import {
  at,
  childOf,
  keyName,
  unwrap,
  isSyntaxNode,
  type Analysis,
  type Place,
} from "@domain-isolation/source-facts";
import { textOf } from "./literals.js";
import { originOf } from "./origin.js";

/**
 * The texts in the arguments of a call of `method`, behind `await`: of the table that was asked for, of
 * the column that a key is looked for by.
 */
export function walkTexts(place: Place, method: string, analysis: Analysis): readonly Place[] {
  const awaited = place.node.type === "AwaitExpression" ? childOf(place.node, "argument") : null;
  const origin = originOf(awaited ? at(place, awaited) : place, analysis);
  const callee = unwrap(childOf(origin.node, "callee"));
  if (callee?.type !== "MemberExpression" || keyName(callee, "property") !== method) return [];
  return literalsIn(origin.node.arguments)
    .map((node) => at(origin, node))
    .filter((each) => textOf(each, analysis) !== null);
}

function literalsIn(value: unknown): readonly Place["node"][] {
  if (Array.isArray(value)) return value.flatMap(literalsIn);
  if (!isSyntaxNode(value)) return [];
  if (value.type === "Literal") return typeof value.value === "string" ? [value] : [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === "parent" ? [] : literalsIn(child),
  );
}
