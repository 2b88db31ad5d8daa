import type { SyntaxNode } from "../../../syntax/syntax.js";
import type { Analysis } from "../../analysis.js";
import { callFunction } from "../../evaluate/call-function.js";
import { callSite } from "../../evaluate/call-site.js";
import { instanceOf } from "../../evaluate/instance.js";
import { at, type Place } from "../../values/place.js";

/** A name, none, or several: the prefixes of what is embedded. */
export type StrategyArgument = string | null | readonly string[];

/** What a method of a naming strategy of ours makes of these names, as far as its code tells. */
export function strategyName(
  strategy: Place,
  method: string,
  names: readonly StrategyArgument[],
  analysis: Analysis,
): string | null {
  const object = instanceOf(strategy, strategy, analysis);
  const called = analysis.member(object, method, strategy);
  if (called?.is !== "function") return null;
  const args = names.map((name) => at(strategy, nameNode(name)));
  const made = callFunction(called, { ...callSite(strategy), args }, analysis);
  return made?.is === "text" ? analysis.constant(made.place) : null;
}

/** A name as code would have it, `undefined` where there is none. */
export function nameNode(value: StrategyArgument): SyntaxNode {
  if (value !== null && typeof value !== "string")
    return { type: "ArrayExpression", elements: value.map(nameNode) };
  return value === null ? { type: "Identifier", name: "undefined" } : { type: "Literal", value };
}
