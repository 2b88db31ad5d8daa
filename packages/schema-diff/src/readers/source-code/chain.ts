import {
  at,
  childOf,
  childrenOf,
  elementOf,
  identifierName,
  lookUp,
  unwrap,
  type Analysis,
  type Declaration,
  type Place,
} from "@domain-isolation/source-facts";
import { argumentOf, frameOf, isReassigned, memberKey, parameterOf } from "./origin.js";

/** A call on what came before, or a property of it. */
export interface Step {
  /** Empty where the value itself is called. */
  readonly name: string;
  /** Null of a property. */
  readonly args: readonly Place[] | null;
  /** Of a tag: its template. */
  readonly template: Place | null;
  /** The whole expression up to here. */
  readonly place: Place;
  /** Where its name is written. */
  readonly named: Place;
}

/** Where a chain begins. */
export type ChainRoot =
  /** A parameter of which the call says nothing: what a tool hands to a function. */
  | { readonly is: "given"; readonly of: Place["node"]; readonly index: number }
  | { readonly is: "this"; readonly place: Place }
  | { readonly is: "other"; readonly place: Place };

/** An expression taken apart, through the variables that hold its beginnings. */
export interface Chain {
  readonly root: ChainRoot;
  readonly steps: readonly Step[];
  /** So many of the steps have been awaited before: what follows is done to their result. */
  readonly awaited: number;
  /** So many are held by a variable: they stand elsewhere. */
  readonly held: number;
}

/** Variables hold chains that begin with variables; what goes on longer goes round in circles. */
const longest = 60;

export function chainOf(place: Place, analysis: Analysis, depth = 0): Chain {
  const node = unwrap(place.node) ?? place.node;
  const here = at(place, node);
  if (depth > longest) return rooted({ is: "other", place: here });
  switch (node.type) {
    case "AwaitExpression": {
      const chain = inner(here, "argument", analysis, depth);
      return { ...chain, awaited: chain.steps.length };
    }
    case "CallExpression":
      return called(here, "callee", analysis, depth);
    case "TaggedTemplateExpression":
      return called(here, "tag", analysis, depth);
    case "MemberExpression":
      return member(here, here, null, analysis, depth);
    case "ThisExpression":
      return rooted({ is: "this", place: here });
    case "Identifier":
      return behindName(here, analysis, depth) ?? rooted({ is: "other", place: here });
    default:
      return rooted({ is: "other", place: here });
  }
}

function rooted(root: ChainRoot): Chain {
  return { root, steps: [], awaited: 0, held: 0 };
}

function inner(place: Place, key: string, analysis: Analysis, depth: number): Chain {
  const child = childOf(place.node, key);
  return child ? chainOf(at(place, child), analysis, depth + 1) : rooted({ is: "other", place });
}

function called(place: Place, key: "callee" | "tag", analysis: Analysis, depth: number): Chain {
  const callee = unwrap(childOf(place.node, key));
  if (callee?.type === "MemberExpression")
    return member(at(place, callee), place, argumentsOf(place), analysis, depth);
  const chain = inner(place, key, analysis, depth);
  const named = at(place, callee ?? place.node);
  const step = { name: "", args: argumentsOf(place), template: templateOf(place), place, named };
  return { ...chain, steps: [...chain.steps, step] };
}

function argumentsOf(place: Place): readonly Place[] {
  return childrenOf(place.node, "arguments").map((each) => at(place, each));
}

function templateOf(place: Place): Place | null {
  const quasi = childOf(place.node, "quasi");
  return quasi && at(place, quasi);
}

function member(
  callee: Place,
  place: Place,
  args: readonly Place[] | null,
  analysis: Analysis,
  depth: number,
): Chain {
  const name = memberKey(callee, analysis);
  if (name === null) return rooted({ is: "other", place: callee });
  const chain = inner(callee, "object", analysis, depth);
  const named = at(callee, childOf(callee.node, "property") ?? callee.node);
  const step = { name, args, template: args && templateOf(place), place, named };
  return { ...chain, steps: [...chain.steps, step] };
}

function behindName(place: Place, analysis: Analysis, depth: number): Chain | null {
  const [declaration] = lookUp(identifierName(place.node) ?? "", place.scope);
  switch (declaration?.kind) {
    case "parameter":
      return behindParameter(declaration, place, analysis, depth);
    case "const":
    case "variable":
      return behindVariable(declaration, place, analysis, depth);
    default:
      return null;
  }
}

function behindParameter(
  declaration: Declaration,
  place: Place,
  analysis: Analysis,
  depth: number,
): Chain | null {
  const given = argumentOf(declaration, place);
  if (given) return properties(chainOf(given.value, analysis, depth + 1), given.path, place);
  const parameter = parameterOf(declaration);
  if (!parameter?.path || frameOf(parameter.of, place.frame)?.args[parameter.index]) return null;
  const { of, index, path } = parameter;
  return properties(rooted({ is: "given", of, index }), path, place);
}

function behindVariable(
  declaration: Declaration,
  place: Place,
  analysis: Analysis,
  depth: number,
): Chain | null {
  const { node, scope, path, iterated } = declaration;
  if (!path || isReassigned(declaration, place)) return null;
  const element = iterated && elementOf(scope.node, place.frame);
  const init = iterated ? null : childOf(node, "init");
  const made = element ?? (init && { ...place, node: init, scope });
  if (!made) return null;
  const chain = properties(chainOf(made, analysis, depth + 1), path, place);
  return { ...chain, held: chain.steps.length };
}

/** What is taken out of a result by a pattern: `const { schema } = knex`. */
function properties(chain: Chain, path: readonly string[], place: Place): Chain {
  const steps = path.map((name): Step => {
    return { name, args: null, template: null, place, named: place };
  });
  return { ...chain, steps: [...chain.steps, ...steps] };
}
