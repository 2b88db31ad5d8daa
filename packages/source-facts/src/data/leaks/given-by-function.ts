import { childOf } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { returned } from "../evaluate/call-function.js";
import { at, type Place } from "../values/place.js";
import { givenByType } from "./given-by-type.js";
import { givenByValue, type Look } from "./given-by-value.js";
import { open, plain, together, type Given } from "./given.js";

/** What calling a function of ours gives. */
export type GivenByFunction = (called: Place) => Given;

/** As it is written, or as it returns it. */
export function createGivenByFunction(analysis: Analysis): GivenByFunction {
  const known = new WeakMap<SyntaxNode, Given>();
  const givenByFunction: GivenByFunction = (called) => {
    const before = known.get(called.node);
    if (before) return before;
    known.set(called.node, plain);
    const given = find(called, { analysis, givenByFunction, inObject: false });
    known.set(called.node, given);
    return given;
  };
  return givenByFunction;
}

function find(called: Place, look: Look): Given {
  const written = ofWrittenType(called, look.analysis);
  return isTold(written) ? written : ofValues(called, look);
}

export function isTold({ entities, isOpen }: Given): boolean {
  return entities.length > 0 || !isOpen;
}

/** Where the function itself stands; names of types in it are looked for there. */
function ofWrittenType(called: Place, analysis: Analysis): Given {
  const { node, module } = called;
  const type = childOf(node, "returnType");
  return type ? givenByType({ ...at(called, type), scope: module.scopeIn(node) }, analysis) : open;
}

function ofValues({ node, module }: Place, look: Look): Given {
  if (!childOf(node, "body") || node.generator === true) return open;
  return together(
    returned(node).map((each) => {
      const scope = module.scopeAt(each.ancestors);
      return givenByValue({ node: each.node, scope, module, frame: null }, look);
    }),
  );
}
