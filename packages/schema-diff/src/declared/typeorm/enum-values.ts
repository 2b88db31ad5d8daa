import {
  at,
  childOf,
  childrenOf,
  identifierName,
  type Analysis,
  type Place,
} from "@domain-isolation/source-facts";
import { textOf } from "../../readers/source-code/literals.js";
import { optionsOf, type Options } from "../../readers/source-code/options.js";
import { originOf } from "../../readers/source-code/origin.js";

/** The values of an enum: those of a list, of an object, or of TypeScript's own. */
export function enumValues(options: Options | null, analysis: Analysis): readonly string[] | null {
  const written = options?.place("enum");
  if (!options || !written) return null;
  const origin = originOf(written, analysis);
  if (origin.node.type === "TSEnumDeclaration") return membersOfEnum(origin, analysis);
  if (origin.node.type === "CallExpression") return ofObject(origin, analysis);
  if (analysis.elements(origin)) return options.texts("enum");
  return objectValues(origin, analysis);
}

/** `Object.values(Role)` */
function ofObject(call: Place, analysis: Analysis): readonly string[] | null {
  const callee = childOf(call.node, "callee");
  const [argument] = childrenOf(call.node, "arguments");
  const isValues =
    identifierName(callee && childOf(callee, "object")) === "Object" &&
    identifierName(callee && childOf(callee, "property")) === "values";
  const origin = isValues && argument ? originOf(at(call, argument), analysis) : null;
  if (!origin) return null;
  return origin.node.type === "TSEnumDeclaration"
    ? membersOfEnum(origin, analysis)
    : objectValues(origin, analysis);
}

function objectValues(place: Place, analysis: Analysis): readonly string[] | null {
  const options = optionsOf(place, analysis);
  if (!options || options.opaque) return null;
  const texts = options.keys.map((key) => options.text(key));
  return texts.every((each) => each !== null) ? texts : null;
}

/** Numbers that aren't written go on from the one before. */
function membersOfEnum(place: Place, analysis: Analysis): readonly string[] | null {
  const members = childrenOf(childOf(place.node, "body") ?? place.node, "members");
  let next = 0;
  const values = members.map((member) => {
    const value = childOf(member, "initializer");
    if (!value) return String(next++);
    if (typeof value.value !== "number") return textOf(at(place, value), analysis);
    next = value.value + 1;
    return String(value.value);
  });
  return values.every((each) => each !== null) ? values : null;
}
