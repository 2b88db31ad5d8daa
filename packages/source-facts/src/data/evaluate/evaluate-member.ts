import {
  childOf,
  childrenOf,
  identifierName,
  keyName,
  moduleExportName,
  unwrap,
} from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { isEnvironment, isProcessEnvironment } from "../environment/environment-value.js";
import { comingOf } from "../typed/by-type.js";
import { at, type Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { callFunction } from "./call-function.js";
import { callSite } from "./call-site.js";
import { rowsOf } from "./evaluate.js";
import { exportValue } from "./exported.js";
import { instanceMember, staticMember } from "./instance.js";
import { readProperties } from "./properties.js";
import { shapeMember } from "./shape.js";

/** `object.key`, `object["key"]` */
export function evaluateMember(place: Place, analysis: Analysis): Value | null {
  if (isEnvironment(place)) return { is: "environment" };
  const object = childOf(place.node, "object");
  const key = memberKey(place, analysis);
  const name = childOf(place.node, "property");
  if (!object || key === null || !name) return null;
  return analysis.member(analysis.evaluate(at(place, object)), key, at(place, name));
}

/** The name may be a constant: `prisma[MODEL]`. */
function memberKey(place: Place, analysis: Analysis): string | null {
  const written = keyName(place.node, "property");
  if (written !== null || place.node.computed !== true) return written;
  const property = childOf(place.node, "property");
  if (typeof property?.value === "number") return String(property.value);
  return property && analysis.constant(at(place, property));
}

/** A property of a value, whatever the value is. */
export function memberOf(
  value: Value | null,
  key: string,
  name: Place,
  analysis: Analysis,
): Value | null {
  switch (value?.is) {
    case "handle":
      return comingOf(value, value.adapter.member?.(value, key, name, analysis));
    case "namespace":
      return exportValue(value.file, key, analysis);
    case "external":
      return isProcessEnvironment(value, key)
        ? { is: "environment" }
        : { ...value, path: [...value.path, key] };
    case "object":
      return objectMember(value.place, key, analysis);
    case "list":
      return listMember(value.place, key, analysis);
    case "instance":
      return instanceMember(value, key, name, analysis);
    case "class":
      return staticMember(value.place, key, analysis);
    case "shape":
      return shapeMember(value.place, key, analysis);
    default:
      return null;
  }
}

function listMember(list: Place, key: string, analysis: Analysis): Value | null {
  const element = analysis.elements(list)?.[Number(key)];
  const value =
    element && element.node.type !== "SpreadElement" ? analysis.evaluate(element) : null;
  return value?.is === "handle" && value.query ? rowsOf(value) : value;
}

/** Objects may be spread into one another, and into themselves: `where = { ...where, id }`. */
const deepest = 8;

function objectMember(object: Place, key: string, analysis: Analysis, depth = 0): Value | null {
  if (object.node.type === "TSEnumDeclaration") return enumMember(object, key, analysis);
  const entry = readProperties(object, analysis)?.entries.findLast((each) => each.key === key);
  if (!entry) return depth < deepest ? spreadMember(object, key, analysis, depth) : null;
  return isGetter(entry.value.node, object.node)
    ? getterValue(entry.value, analysis)
    : analysis.evaluate(entry.value);
}

/** `{ ...users, ...orders }` of namespaces, or of what else has members. */
function spreadMember(object: Place, key: string, analysis: Analysis, depth: number): Value | null {
  for (const property of childrenOf(object.node, "properties").toReversed()) {
    const spread = property.type === "SpreadElement" ? childOf(property, "argument") : null;
    const value = spread && analysis.evaluate(at(object, spread));
    const member =
      value?.is === "object"
        ? objectMember(value.place, key, analysis, depth + 1)
        : value && analysis.member(value, key, at(object, property));
    if (member) return member;
  }
  return null;
}

function enumMember(object: Place, key: string, analysis: Analysis): Value | null {
  const members = childrenOf(childOf(object.node, "body") ?? object.node, "members");
  const member = members.find((each) => moduleExportName(childOf(each, "id")) === key);
  const initializer = member && childOf(member, "initializer");
  return initializer ? analysis.evaluate(at(object, initializer)) : null;
}

function isGetter(value: SyntaxNode, object: SyntaxNode): boolean {
  return childrenOf(object, "properties").some(
    (property) => property.kind === "get" && unwrap(childOf(property, "value")) === value,
  );
}

/** What a getter returns; it is called without arguments. */
export function getterValue(getter: Place, analysis: Analysis, receiver: Value | null = null) {
  const site = { ...callSite(getter), args: [] };
  return callFunction({ is: "function", place: getter, receiver }, site, analysis);
}

/** The key of a property, of a class or an object. */
export function propertyKey(property: SyntaxNode): string | null {
  return keyName(property, "key") ?? identifierName(childOf(property, "key"));
}
