import { childOf, childrenOf, identifierName } from "../../syntax/node.js";
import { lookUp } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { at, type Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { best } from "./best.js";
import { callFunction } from "./call-function.js";
import { callSite } from "./call-site.js";
import { ask } from "./evaluate-call.js";
import { exportedType, typeTarget, type TypeTarget } from "./exported-type.js";
import { importTarget, importedValue } from "./import-type.js";
import { evaluateIndexed } from "./indexed-type.js";
import { instanceOf } from "./instance.js";

type TypeEvaluator = (place: Place, analysis: Analysis) => Value | null;

const evaluators: Readonly<Record<string, TypeEvaluator>> = {
  TSTypeAnnotation: (place, analysis) => ofChild(place, "typeAnnotation", analysis),
  TSParenthesizedType: (place, analysis) => ofChild(place, "typeAnnotation", analysis),
  TSTypeReference: evaluateReference,
  TSInterfaceHeritage: evaluateReference,
  TSClassImplements: evaluateReference,
  TSExpressionWithTypeArguments: evaluateReference,
  TSImportType: (place, analysis) => ofTarget(importTarget(place, analysis), place, analysis),
  TSTypeQuery: evaluateQuery,
  TSUnionType: ofAny,
  TSIntersectionType: ofAny,
  TSFunctionType: (place) => ({ is: "function", place, receiver: null }),
  TSTypeLiteral: (place) => ({ is: "shape", place }),
  TSInterfaceDeclaration: (place) => ({ is: "shape", place }),
  TSTypeAliasDeclaration: (place, analysis) => ofChild(place, "typeAnnotation", analysis),
  TSIndexedAccessType: evaluateIndexed,
  TSTypeOperator: (place, analysis) => ofChild(place, "typeAnnotation", analysis),
};

/** What a value of a type is, as far as it is written in our files. */
export function evaluateTypeAt(place: Place, analysis: Analysis): Value | null {
  return evaluators[place.node.type]?.(place, analysis) ?? null;
}

function ofChild(place: Place, key: string, analysis: Analysis): Value | null {
  const child = childOf(place.node, key);
  return child && analysis.evaluateType(at(place, child));
}

/** Of one table or another nothing is said: the calls that name one tell. */
function ofAny(place: Place, analysis: Analysis): Value | null {
  const values = childrenOf(place.node, "types").map((each) =>
    analysis.evaluateType(at(place, each)),
  );
  const tables = new Set(values.filter((value) => value?.is === "entity"));
  return tables.size > 1 ? null : best(values);
}

/** Types whose values are, for data, those of their first argument. */
export const transparentTypes: ReadonlySet<string> = new Set([
  "Promise",
  "PromiseLike",
  "Awaited",
  "Readonly",
  "Required",
  "Partial",
  "NonNullable",
  "Omit",
  "Pick",
  "Exclude",
  "Extract",
]);

const typeValues = new Set(["shape", "handle", "instance", "namespace", "entity", "function"]);

function evaluateReference(place: Place, analysis: Analysis): Value | null {
  const name = referencedName(place.node);
  const [root, ...path] = name;
  const [first] = givenTypes(place);
  if (root === undefined) return null;
  const bound = typeParameter(root, place);
  if (bound !== undefined) return bound;
  if (path.length === 0 && first && transparentTypes.has(root)) return analysis.evaluateType(first);
  if (first && root === "ReturnType")
    return returnedBy(analysis.evaluateType(first), first, analysis);
  if (first && root === "InstanceType") return made(analysis.evaluateType(first), place, analysis);
  return ofTarget(typeTarget(name, place, analysis), place, analysis);
}

function givenTypes(place: Place): readonly Place[] {
  const given = writtenArguments(place.node);
  return (given ? childrenOf(given, "params") : []).map((each) => at(place, each));
}

function writtenArguments(node: SyntaxNode): SyntaxNode | null {
  return childOf(node, "typeArguments") ?? childOf(node, "typeParameters");
}

/** What a type parameter stands for; undefined where the name is none that is known. */
function typeParameter(name: string, { frame }: Place): Value | null | undefined {
  for (let call = frame; call; call = call.outer) {
    if (call.types.has(name)) return call.types.get(name) ?? null;
  }
  return undefined;
}

function ofTarget(target: TypeTarget | null, place: Place, analysis: Analysis): Value | null {
  if (!target) return null;
  if ("external" in target) {
    const { external } = target;
    const args = givenTypes(place);
    return ask(analysis, external, (adapter) => adapter.typed?.(external, args, analysis));
  }
  const found = exportedType(target, analysis, givenTypes(place));
  if (found?.is === "class")
    return instanceOf(found.place, place, analysis, writtenArguments(place.node));
  return found && isOfType(found) ? found : null;
}

/** What a type may say of its values; the name of an enum says nothing of its members. */
function isOfType(value: Value): boolean {
  if (value.is === "object") return value.place.node.type !== "TSEnumDeclaration";
  return typeValues.has(value.is);
}

/** `A.B.C` as its names. */
function referencedName(node: SyntaxNode): readonly string[] {
  const named = childOf(node, "typeName") ?? childOf(node, "expression");
  return named ? qualifiedName(named) : [];
}

export function qualifiedName(node: SyntaxNode): readonly string[] {
  if (node.type === "TSQualifiedName" || node.type === "MemberExpression") {
    const [left, right] = [
      childOf(node, "left") ?? childOf(node, "object"),
      childOf(node, "right") ?? childOf(node, "property"),
    ];
    const last = identifierName(right);
    return left && last !== null ? [...qualifiedName(left), last] : [];
  }
  const name = identifierName(node);
  return name === null ? [] : [name];
}

/** `typeof db`, `typeof schema.users`, `typeof import("./schema")` */
function evaluateQuery(place: Place, analysis: Analysis): Value | null {
  const named = childOf(place.node, "exprName");
  if (named?.type === "TSImportType") return importedValue(at(place, named), analysis);
  return evaluateQueried(named ? qualifiedName(named) : [], place, analysis);
}

/** The value of `a.b.c`. */
export function evaluateQueried(
  [root, ...path]: readonly string[],
  place: Place,
  analysis: Analysis,
): Value | null {
  if (root === undefined || lookUp(root, place.scope).length === 0) return null;
  let value = analysis.evaluate(at(place, { type: "Identifier", name: root }));
  for (const key of path) value = analysis.member(value, key, place);
  return value;
}

function returnedBy(value: Value | null, place: Place, analysis: Analysis): Value | null {
  const site = { ...callSite(place), args: [] };
  if (value?.is === "external")
    return ask(analysis, value, (adapter) => adapter.called?.(value, site, analysis));
  return value?.is === "function" ? callFunction(value, site, analysis) : null;
}

function made(value: Value | null, place: Place, analysis: Analysis): Value | null {
  return value?.is === "class" ? instanceOf(value.place, place, analysis, null) : null;
}
