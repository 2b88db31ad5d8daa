import { childOf, childrenOf, spanOf } from "../../../syntax/node.js";
import type { SyntaxNode } from "../../../syntax/syntax.js";
import { walk } from "../../../syntax/walk.js";
import type { Analysis } from "../../analysis.js";
import { namedType } from "../../evaluate/declared-type.js";
import { propertyKey } from "../../evaluate/evaluate-member.js";
import { qualifiedName } from "../../evaluate/evaluate-type.js";
import { topLevel } from "../../evaluate/exported.js";
import type { DataModule } from "../../values/data-module.js";
import { at, type Place } from "../../values/place.js";
import type { Entity } from "../../values/value.js";
import { fileIndex } from "../file-index.js";
import { databaseName } from "./casing.js";

/** The types, by their nodes, whose properties are tables. */
type Shapes = Map<SyntaxNode, Place>;

const shapeIndex = fileIndex(/\b(?:Kysely|Transaction)\s*</u, databaseShapes, (shapes) =>
  [...shapes.values()].map(({ module }) => module),
);

/** The tables of a file: the properties of what clients have as their type, `Kysely<Database>`. */
export function databaseEntities(module: DataModule, analysis: Analysis): readonly Entity[] {
  return [...shapeIndex(analysis).values()]
    .filter((shape) => shape.module === module)
    .flatMap((shape) => membersOf(shape.node).flatMap((each) => tableOf(each, shape, analysis)));
}

function databaseShapes(files: readonly string[], analysis: Analysis): Shapes {
  const shapes: Shapes = new Map();
  for (const file of files) {
    const module = analysis.module(file);
    if (!module) continue;
    const { program, visitorKeys } = module.source;
    const visit = (node: SyntaxNode) => {
      const type = databaseType(node);
      if (type) addShapes(topLevel(module, type), shapes, analysis);
    };
    walk(program, visit, visitorKeys);
  }
  return shapes;
}

/** `Database` of `Kysely<Database>`: a type, what is constructed, or what a class extends. */
function databaseType(node: SyntaxNode): SyntaxNode | null {
  const named = childOf(node, "typeName") ?? childOf(node, "callee") ?? childOf(node, "superClass");
  const name = named ? qualifiedName(named).at(-1) : undefined;
  if (name !== "Kysely" && name !== "Transaction") return null;
  const given = childOf(node, "typeArguments") ?? childOf(node, "superTypeArguments");
  return given ? (childrenOf(given, "params")[0] ?? null) : null;
}

/** Follows names, `extends` and `&` to all types that have a part of the tables. */
function addShapes(place: Place, shapes: Shapes, analysis: Analysis): void {
  const { node } = place;
  if (shapes.has(node)) return;
  if (node.type === "TSInterfaceDeclaration" || node.type === "TSTypeLiteral") {
    shapes.set(node, place);
  }
  for (const part of partsOf(node)) addShapes(at(place, part), shapes, analysis);
  const named = childOf(node, "typeName") ?? childOf(node, "expression");
  const type = named && namedPart(named, place, analysis);
  if (type) addShapes(type, shapes, analysis);
}

function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.type) {
    case "TSInterfaceDeclaration":
      return childrenOf(node, "extends");
    case "TSIntersectionType":
      return childrenOf(node, "types");
    default: {
      const inner = childOf(node, "typeAnnotation");
      return inner ? [inner] : [];
    }
  }
}

/** A type of ours that is named, or the first argument of a type of others: `Omit<Database, …>`. */
function namedPart(named: SyntaxNode, place: Place, analysis: Analysis): Place | null {
  const ours = namedType(qualifiedName(named), place, analysis);
  const given = childOf(place.node, "typeArguments");
  const [first] = given ? childrenOf(given, "params") : [];
  return ours ?? (first ? at(place, first) : null);
}

function membersOf(node: SyntaxNode): readonly SyntaxNode[] {
  const body = childOf(node, "body");
  return body ? childrenOf(body, "body") : childrenOf(node, "members");
}

/** `users: UserTable`, `"billing.invoices": InvoiceTable` */
function tableOf(member: SyntaxNode, shape: Place, analysis: Analysis): readonly Entity[] {
  const name = member.type === "TSPropertySignature" ? childOf(member, "key") : null;
  const key = name && (propertyKey(member) ?? analysis.constant(at(shape, name)));
  if (key === null || !name) return [];
  const [table = "", schema = null] = key.split(".").toReversed();
  const entity: Entity = {
    is: "entity",
    library: "kysely",
    name: key,
    table: databaseName(table, null, analysis),
    schema,
    file: shape.module.file,
    span: spanOf(name),
    relations: () => new Map(),
    place: null,
  };
  return [entity];
}
