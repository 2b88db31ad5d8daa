import type { Analysis, Place } from "@domain-isolation/source-facts";
import type { Chain, Step } from "../../readers/source-code/chain.js";
import { wholeChain } from "./whole-chain.js";

/** A call of something of Drizzle's, and what is called on what it gives. */
export interface DrizzleCall {
  /** `pgTable`, `varchar` … */
  readonly name: string;
  readonly args: readonly Place[];
  /** The call itself. */
  readonly place: Place;
  readonly rest: readonly Step[];
}

/** The call with which an expression begins, where that is one of Drizzle's. */
export function drizzleCall(place: Place, analysis: Analysis): DrizzleCall | null {
  return callOf(wholeChain(place, analysis), analysis);
}

/** `varchar("name")`, `core.varchar("name")`, and `t.varchar("name")` of what a callback is given. */
export function callOf({ root, steps }: Chain, analysis: Analysis): DrizzleCall | null {
  const [first, ...rest] = steps;
  if (!first?.args || root.is === "this") return null;
  const { args, place } = first;
  if (root.is === "given") return { name: first.name, args, place, rest };
  const name = externalName(root.place, analysis);
  if (name === null) return null;
  return { name: first.name === "" ? name : first.name, args, place, rest };
}

function externalName(place: Place, analysis: Analysis): string | null {
  const value = analysis.evaluate(place);
  if (value?.is !== "external" || !/^drizzle-orm(?:$|\/)/u.test(value.module)) return null;
  return value.path.at(-1) ?? "";
}
