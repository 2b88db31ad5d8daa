import { childOf, childrenOf } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { at, type Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { declaredType, memberType } from "./declared-type.js";
import { propertyKey } from "./evaluate-member.js";
import { annotatedValue } from "./evaluate-parameter.js";

/**
 * What a parameter holds by the type that the code around its function expects of it:
 * `const run: Handler = (context) => …`, `transact({ run: (tx) => … })`.
 */
export function expectedParameter(
  callback: SyntaxNode,
  parameter: number,
  place: Place,
  analysis: Analysis,
): Value | null {
  const expected = expectedType(callback, place, analysis);
  return expected && declaredParameter(expected, parameter, analysis);
}

/** What a parameter of a function type, or of a method's signature, is. */
export function declaredParameter(
  type: Place,
  parameter: number,
  analysis: Analysis,
): Value | null {
  const declared = declaredType(type, analysis);
  const pattern = declared && childrenOf(declared.node, "params")[parameter];
  return pattern ? annotatedValue(pattern, declared, analysis) : null;
}

function expectedType(node: SyntaxNode, place: Place, analysis: Analysis): Place | null {
  const around = place.module.surroundings.get(node);
  if (!around) return null;
  const { parent, scope } = around;
  const here: Place = { ...place, node: parent, scope };
  switch (parent.type) {
    case "VariableDeclarator":
      return annotation(childOf(parent, "id"), here);
    case "PropertyDefinition":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return annotation(parent, here);
    case "ParenthesizedExpression":
    case "ObjectExpression":
      return expectedType(parent, place, analysis);
    case "Property": {
      const type = expectedType(parent, place, analysis);
      const key = propertyKey(parent);
      return type && key !== null ? memberType(type, key, analysis) : null;
    }
    case "CallExpression":
      return argumentType(node, here, analysis);
    default:
      return null;
  }
}

/** The type of the parameter for an argument of a call of a function of ours. */
function argumentType(argument: SyntaxNode, call: Place, analysis: Analysis): Place | null {
  const index = childrenOf(call.node, "arguments").indexOf(argument);
  const callee = childOf(call.node, "callee");
  const called = callee && index >= 0 ? analysis.evaluate(at(call, callee)) : null;
  if (called?.is !== "function") return null;
  const { node, module } = called.place;
  const pattern = childrenOf(node, "params")[index] ?? null;
  return annotation(pattern, { node, module, scope: module.scopeIn(node), frame: null });
}

function annotation(node: SyntaxNode | null, place: Place): Place | null {
  const type = node && childOf(node, "typeAnnotation");
  return type && at(place, type);
}
