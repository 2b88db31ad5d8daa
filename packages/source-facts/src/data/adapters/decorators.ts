import { childOf, childrenOf, unwrap } from "../../syntax/node.js";
import type { Analysis } from "../analysis.js";
import { callSite } from "../evaluate/call-site.js";
import { at, type Place } from "../values/place.js";

/** A decorator of a library, at a class or at one of its members. */
export interface Decorator {
  readonly name: string;
  readonly place: Place;
  readonly args: readonly Place[];
}

/** The decorators of these packages at a class or member, in their order. */
export function decoratorsOf(
  { node, ...around }: Place,
  packages: readonly string[],
  analysis: Analysis,
): readonly Decorator[] {
  return childrenOf(node, "decorators").flatMap((decorator) => {
    const call = unwrap(childOf(decorator, "expression"));
    const callee = call?.type === "CallExpression" ? childOf(call, "callee") : call;
    const what = callee && analysis.evaluate({ ...around, node: callee });
    if (!call || what?.is !== "external" || !packages.some((name) => isPart(what.module, name)))
      return [];
    const place = at({ ...around, node }, call);
    return [{ name: what.path.at(-1) ?? "", place, args: callSite(place).args }];
  });
}

function isPart(module: string, name: string): boolean {
  return module === name || module.startsWith(`${name}/`);
}
