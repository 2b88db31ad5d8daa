import { childOf, keyName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { callFunction } from "../../evaluate/call-function.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, Parameter, Value } from "../../values/value.js";
import type { DeclaredEntities } from "./declared-entities.js";

/** What stands for an entity in a library's calls: a class, a schema, a name, or a function that gives one. */
export function targetOf(
  place: Place,
  entities: DeclaredEntities,
  analysis: Analysis,
): Entity | Parameter | null {
  const value = given(place, analysis);
  switch (value?.is) {
    case "entity":
    case "parameter":
      return value;
    case "class":
      return analysis.entityAt(value.place);
    case "text": {
      const name = analysis.constant(value.place);
      return name === null ? null : entities.named(name);
    }
    default:
      return value ? null : memberTarget(place, entities);
  }
}

/** `entities["User"]` of an object of which nothing is known: that an entity is called so tells it. */
function memberTarget({ node }: Place, entities: DeclaredEntities): Entity | null {
  const member = unwrap(node);
  const key = member?.type === "MemberExpression" ? keyName(member, "property") : null;
  return key !== null && /^\p{Lu}/u.test(key) ? entities.classNamed(key) : null;
}

/** The class that `() => Address` gives. */
export function returnedClass(place: Place, analysis: Analysis): Place | null {
  const value = given(place, analysis);
  return value?.is === "class" ? value.place : null;
}

function given(place: Place, analysis: Analysis): Value | null {
  const value = analysis.evaluate(place);
  return value?.is === "function"
    ? callFunction(value, { ...callSite(place), args: [] }, analysis)
    : value;
}

/** `User` of `() => User`, or the name that is written. */
export function writtenTarget(place: Place): Place {
  const node = unwrap(place.node) ?? place.node;
  const isFunction = node.type === "ArrowFunctionExpression";
  const body = isFunction ? unwrap(childOf(node, "body")) : null;
  const isName = body?.type === "Identifier" || body?.type === "MemberExpression";
  return at(place, isName ? body : node);
}
