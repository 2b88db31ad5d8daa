import type { Analysis } from "../../analysis.js";
import { at } from "../../values/place.js";
import type { External, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { nameNode } from "../class-orm/naming-strategy.js";
import { snakeCase } from "./snake-case.js";

/** `snakeCase(name)` of `typeorm/util/StringUtils`, which naming strategies of ours are built of. */
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
