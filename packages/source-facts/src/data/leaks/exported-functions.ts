import { childOf, childrenOf } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { propertyKey } from "../evaluate/evaluate-member.js";
import type { DataModule } from "../values/data-module.js";
import type { Place } from "../values/place.js";
import { exportedValues, type ExportedValue } from "./exported-values.js";

/** A function that a file gives away. */
export interface ExportedFunction {
  /** `findCode`, `CodeRepository.find` */
  readonly name: string;
  /** Where the file names it. */
  readonly named: SyntaxNode;
  /** The function, which may stand in another file. */
  readonly place: Place;
}

/** The exported functions of a file, public methods of exported classes and objects included. */
export function exportedFunctions(
  module: DataModule,
  analysis: Analysis,
): readonly ExportedFunction[] {
  return exportedValues(module, analysis).flatMap((exported) =>
    functionsOf(exported, analysis).map(({ place, ...each }) => {
      return { ...each, named: place.module === module ? each.named : exported.named, place };
    }),
  );
}

function functionsOf(
  { name, named, value }: ExportedValue,
  analysis: Analysis,
): readonly ExportedFunction[] {
  switch (value?.is) {
    case "function":
      return [{ name, named, place: value.place }];
    case "class":
      return methodsOf(name, value.place);
    case "instance":
      return methodsOf(name, value.class);
    case "object":
      return functionsIn(name, value.place, analysis);
    default:
      return [];
  }
}

const methods = new Set(["MethodDefinition", "TSAbstractMethodDefinition"]);

function methodsOf(name: string, { node, module }: Place): readonly ExportedFunction[] {
  const scope = module.scopeIn(node);
  const body = childOf(node, "body");
  return (body ? childrenOf(body, "body") : []).flatMap((member) => {
    const [key, named, value] = [
      propertyKey(member),
      childOf(member, "key"),
      childOf(member, "value"),
    ];
    if (!named || !value || key === null || !isPublic(member, key)) return [];
    if (!methods.has(member.type) && value.type !== "ArrowFunctionExpression") return [];
    return [{ name: `${name}.${key}`, named, place: { node: value, scope, module, frame: null } }];
  });
}

function isPublic({ accessibility, kind }: SyntaxNode, key: string): boolean {
  const isHidden = accessibility === "private" || accessibility === "protected";
  const isCalled = kind === undefined || kind === "method" || kind === "get";
  return !isHidden && isCalled && !key.startsWith("#");
}

/** `export const codes = { find }` */
function functionsIn(name: string, object: Place, analysis: Analysis): readonly ExportedFunction[] {
  const entries = analysis.properties(object)?.entries ?? [];
  return entries.flatMap(({ key, name: { node: named }, value }) => {
    const called = analysis.evaluate(value);
    return called?.is === "function"
      ? [{ name: `${name}.${key}`, named, place: called.place }]
      : [];
  });
}
