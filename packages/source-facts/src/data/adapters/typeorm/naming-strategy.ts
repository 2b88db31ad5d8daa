import type { SyntaxNode } from "../../../syntax/syntax.js";
import type { Analysis } from "../../analysis.js";
import { callFunction } from "../../evaluate/call-function.js";
import { callSite } from "../../evaluate/call-site.js";
import { instanceOf } from "../../evaluate/instance.js";
import { at, type Place } from "../../values/place.js";
import type { External, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { snakeCase } from "./snake-case.js";

/** What a naming strategy's method makes of these names, as far as its code tells. */
export function strategyName(
  strategy: Place,
  method: "tableName" | "joinTableName",
  names: readonly (string | null)[],
  analysis: Analysis,
): string | null {
  const object = instanceOf(strategy, strategy, analysis);
  const called = analysis.member(object, method, strategy);
  if (called?.is !== "function") return null;
  const args = names.map((name) => at(strategy, nameNode(name)));
  const made = callFunction(called, { ...callSite(strategy), args }, analysis);
  return made?.is === "text" ? analysis.constant(made.place) : null;
}

/** `snakeCase(name)` of `typeorm/util/StringUtils`, which strategies of ours are built of. */
export function stringTool(
  what: External,
  { place, args }: CallSite,
  analysis: Analysis,
): Value | null {
  const [first] = args;
  if (what.path.at(-1) !== "snakeCase" || !first) return null;
  const name = analysis.constant(first);
  return name === null
    ? null
    : { is: "text", place: at(place, nameNode(snakeCase(name))), holes: "unknown" };
}

function nameNode(value: string | null): SyntaxNode {
  return value === null ? { type: "Identifier", name: "undefined" } : { type: "Literal", value };
}
