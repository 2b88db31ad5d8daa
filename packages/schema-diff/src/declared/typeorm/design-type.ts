import {
  at,
  childOf,
  childrenOf,
  identifierName,
  lookUp,
  type Analysis,
  type DataModule,
  type Place,
} from "@domain-isolation/source-facts";
import { topOf } from "../../readers/source-code/migration-functions.js";
import { originOf } from "../../readers/source-code/origin.js";

/** The classes that TypeScript hands to decorators, as far as columns can be made of them. */
export const designTypes = ["Boolean", "Buffer", "Date", "Number", "String"] as const;
export type DesignType = (typeof designTypes)[number];

const keywords: Readonly<Record<string, DesignType | undefined>> = {
  TSBooleanKeyword: "Boolean",
  TSNumberKeyword: "Number",
  TSStringKeyword: "String",
  TSTemplateLiteralType: "String",
};
const literals: Readonly<Record<string, DesignType | undefined>> = {
  boolean: "Boolean",
  number: "Number",
  string: "String",
};

/** What `emitDecoratorMetadata` tells of a property: https://www.typescriptlang.org/tsconfig/#emitDecoratorMetadata */
export function designType(member: Place, analysis: Analysis): DesignType | null {
  const annotation = childOf(member.node, "typeAnnotation");
  const type = annotation && childOf(annotation, "typeAnnotation");
  return type ? ofType(at(member, type), analysis) : null;
}

function ofType(place: Place, analysis: Analysis, depth = 0): DesignType | null {
  const { node } = place;
  if (depth > 8) return null;
  if (node.type === "TSLiteralType")
    return literals[typeof childOf(node, "literal")?.value] ?? null;
  if (node.type === "TSUnionType") return ofUnion(place, analysis, depth);
  if (node.type !== "TSTypeReference") return keywords[node.type] ?? null;
  const name = childOf(node, "typeName");
  return name ? named(at(place, name), analysis, depth) : null;
}

function ofUnion(place: Place, analysis: Analysis, depth: number): DesignType | null {
  const given = childrenOf(place.node, "types").filter(
    ({ type }) => type !== "TSNullKeyword" && type !== "TSUndefinedKeyword",
  );
  const [first = null, ...rest] = given.map((each) => ofType(at(place, each), analysis, depth + 1));
  return rest.every((each) => each === first) ? first : null;
}

function named(place: Place, analysis: Analysis, depth: number): DesignType | null {
  const name = identifierName(place.node);
  const known = designTypes.find((each) => each === name);
  if (known) return known;
  const alias = aliasOf(name ?? "", place, analysis);
  if (alias) return ofType(alias, analysis, depth + 1);
  const { node } = originOf(place, analysis);
  return node.type === "TSEnumDeclaration" ? ofEnum(node) : null;
}

/** What a type of this file, or of one that it imports, is another name for. */
function aliasOf(name: string, { module, scope }: Place, analysis: Analysis): Place | null {
  const own = aliasIn(module, name);
  const [declaration] = own ? [] : lookUp(name, scope);
  const from = declaration?.imported;
  const target = from ? analysis.world.resolve(module.file, from.specifier, from.name) : null;
  const there = target && "file" in target ? analysis.module(target.file) : null;
  return own ?? (there && target ? aliasIn(there, target.name) : null);
}

function aliasIn(module: DataModule, name: string): Place | null {
  const alias = module.types.get(name);
  const type = alias?.type === "TSTypeAliasDeclaration" ? childOf(alias, "typeAnnotation") : null;
  return type && topOf(module, type);
}

function ofEnum(node: Place["node"]): DesignType | null {
  const members = childrenOf(childOf(node, "body") ?? node, "members");
  const types = members.map((each) => typeof childOf(each, "initializer")?.value);
  if (types.every((each) => each === "string")) return "String";
  return types.every((each) => each === "number" || each === "undefined") ? "Number" : null;
}
