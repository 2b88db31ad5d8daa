import { childOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";

/** The class of ours that a class extends. */
export function baseClass(cls: Place, analysis: Analysis): Place | null {
  const base = childOf(cls.node, "superClass");
  const value = base && analysis.evaluate(at(cls, base));
  return value?.is === "class" && value.place.node !== cls.node ? value.place : null;
}
