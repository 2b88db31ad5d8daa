import { at, childOf, childrenOf, type Analysis, type Place } from "@domain-isolation/source-facts";
import { chainOf, type Chain } from "../../readers/source-code/chain.js";
import { originOf } from "../../readers/source-code/origin.js";

/** Functions that call functions, and names of names: more goes round in circles. */
const deepest = 12;

/**
 * A chain of calls, taken up where it is begun: behind imported constants, and in functions of ours
 * that do nothing but give it.
 */
export function wholeChain(place: Place, analysis: Analysis): Chain {
  let chain = chainOf(place, analysis);
  for (let depth = 0; depth < deepest; depth++) {
    const before = beginningOf(chain, analysis);
    if (!before) return chain;
    chain = { ...before.chain, steps: [...before.chain.steps, ...chain.steps.slice(before.used)] };
  }
  return chain;
}

interface Beginning {
  readonly chain: Chain;
  /** So many of the steps led there. */
  readonly used: number;
}

function beginningOf({ root, steps }: Chain, analysis: Analysis): Beginning | null {
  if (root.is !== "other") return null;
  const origin = originOf(root.place, analysis);
  const [first] = steps;
  const given = first?.name === "" && first.args ? resultOf(origin, first.args) : null;
  if (given) return { chain: chainOf(given, analysis), used: 1 };
  if (origin.node === root.place.node || origin.node.type.endsWith("Declaration")) return null;
  return { chain: chainOf(origin, analysis), used: 0 };
}

/** What a function gives, called with these, if it does nothing else. */
function resultOf(fn: Place, args: readonly Place[]): Place | null {
  const result = returnedBy(fn);
  const { node: of, frame: outer } = fn;
  const depth = (outer?.depth ?? 0) + 1;
  return (
    result && { ...result, frame: { of, args, receiver: null, types: new Map(), outer, depth } }
  );
}

const functions = /^(?:Arrow)?Function(?:Expression|Declaration)$/u;

/** The expression that a function returns at its end. */
export function returnedBy(fn: Place): Place | null {
  const { node, module } = fn;
  const body = functions.test(node.type) ? childOf(node, "body") : null;
  if (!body) return null;
  const here = { ...fn, scope: module.scopeIn(node) };
  if (body.type !== "BlockStatement") return at(here, body);
  const last = childrenOf(body, "body").at(-1);
  const value = last?.type === "ReturnStatement" ? childOf(last, "argument") : null;
  return value && { ...here, node: value, scope: module.scopeIn(body) };
}
