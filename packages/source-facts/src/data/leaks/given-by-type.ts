import { childOf, childrenOf, identifierName, isNode } from "../../syntax/node.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import type { Analysis } from "../analysis.js";
import { qualifiedName } from "../evaluate/evaluate-type.js";
import { exportedType, typeTarget, type TypeTarget } from "../evaluate/exported-type.js";
import { topLevel } from "../evaluate/exported.js";
import { importTarget } from "../evaluate/import-type.js";
import { at, type Place } from "../values/place.js";
import { containers, derived } from "./containers.js";
import { open, plain, rowsOf, together, type Given } from "./given.js";
import { entityOfLibraryType, entityOfQueriedType } from "./row-types.js";

/** Types that lead to types that lead to types. */
const deepest = 8;

/** How a type has been come to. */
interface Way {
  readonly steps: number;
  /** In the properties of an object, which is as deep as it goes. */
  readonly inObject: boolean;
  /** What the parameters of the types on the way stand for. */
  readonly bound: ReadonlyMap<string, () => Given>;
}

/** Where the types stand of which a type consists. */
const parts: Readonly<Record<string, string | undefined>> = {
  TSTypeAnnotation: "typeAnnotation",
  TSParenthesizedType: "typeAnnotation",
  TSTypeOperator: "typeAnnotation",
  TSOptionalType: "typeAnnotation",
  TSRestType: "typeAnnotation",
  TSTypeAliasDeclaration: "typeAnnotation",
  TSArrayType: "elementType",
  TSNamedTupleMember: "elementType",
  TSTupleType: "elementTypes",
  TSUnionType: "types",
  TSIntersectionType: "types",
};

const unknown = new Set(["TSAnyKeyword", "TSUnknownKeyword", "TSConditionalType", "TSMappedType"]);

/** What a value of a written type gives. */
export function givenByType(place: Place, analysis: Analysis): Given {
  return look(place, { steps: 0, inObject: false, bound: new Map() }, analysis);
}

function look(place: Place, way: Way, analysis: Analysis): Given {
  const { node } = place;
  if (way.steps > deepest) return open;
  const key = parts[node.type];
  if (key !== undefined) return each(childrenAt(node, key), place, way, analysis);
  switch (node.type) {
    case "TSTypeReference":
      return ofReference(place, way, analysis);
    case "TSImportType":
      return ofTarget(importTarget(place, analysis), place, way, analysis);
    case "TSTypeQuery":
    case "TSIndexedAccessType":
      return rowsOrOpen(entityOfQueriedType(place, analysis));
    case "TSTypeLiteral":
      return ofMembers(childrenOf(node, "members"), place, way, analysis);
    case "TSInterfaceDeclaration":
      return ofMembers(childrenAt(childOf(node, "body") ?? node, "body"), place, way, analysis);
    default:
      return unknown.has(node.type) ? open : plain;
  }
}

function each(nodes: readonly SyntaxNode[], place: Place, way: Way, analysis: Analysis): Given {
  const further = { ...way, steps: way.steps + 1 };
  return together(nodes.map((node) => look(at(place, node), further, analysis)));
}

function childrenAt(node: SyntaxNode, key: string): readonly SyntaxNode[] {
  const child = node[key];
  return isNode(child) ? [child] : childrenOf(node, key);
}

/** The properties of an object, but not those of its properties. */
function ofMembers(
  members: readonly SyntaxNode[],
  place: Place,
  way: Way,
  analysis: Analysis,
): Given {
  if (way.inObject) return plain;
  const types = members.flatMap((member) =>
    member.type === "TSPropertySignature" ? childrenAt(member, "typeAnnotation") : [],
  );
  return each(types, place, { ...way, inObject: true }, analysis);
}

function ofReference(place: Place, way: Way, analysis: Analysis): Given {
  const named = childOf(place.node, "typeName");
  const name = named ? qualifiedName(named) : [];
  const [root = ""] = name;
  const bound = name.length === 1 ? way.bound.get(root) : undefined;
  return bound ? bound() : ofTarget(typeTarget(name, place, analysis), place, way, analysis);
}

function ofTarget(target: TypeTarget | null, place: Place, way: Way, analysis: Analysis): Given {
  if (!target) return open;
  if ("file" in target) return ofOurs(target, place, way, analysis);
  const { external } = target;
  const [name = ""] = external.path;
  if (external.module === "" && derived.has(name)) return plain;
  if (external.module === "" && containers.has(name)) {
    return each(givenTypes(place.node), place, way, analysis);
  }
  const types = givenTypes(place.node).map((type) => at(place, type));
  return rowsOrOpen(entityOfLibraryType(external, types, analysis));
}

function ofOurs(
  target: Extract<TypeTarget, { file: string }>,
  place: Place,
  way: Way,
  analysis: Analysis,
): Given {
  const module = analysis.module(target.file);
  const exported = module?.exports.named.get(target.name);
  const local = exported && "local" in exported ? exported.local : target.name;
  const declaration = module?.types.get(local);
  if (module && declaration) {
    const bound = boundIn(declaration, place, way, analysis);
    return look(topLevel(module, declaration), { ...way, steps: way.steps + 1, bound }, analysis);
  }
  const value = exportedType(target, analysis);
  return value?.is === "class" ? rowsOf(analysis.entityAt(value.place)) : open;
}

/** `T` of `interface Page<T>`, in `Page<User>`. */
function boundIn(
  declaration: SyntaxNode,
  place: Place,
  way: Way,
  analysis: Analysis,
): Way["bound"] {
  const parameters = childOf(declaration, "typeParameters");
  const names = parameters ? childrenOf(parameters, "params") : [];
  const args = givenTypes(place.node);
  return new Map(
    names.flatMap((parameter, index) => {
      const name = identifierName(childOf(parameter, "name"));
      const arg = args[index];
      const given = () => (arg ? each([arg], place, way, analysis) : open);
      return name === null ? [] : [[name, given] as const];
    }),
  );
}

function givenTypes(node: SyntaxNode): readonly SyntaxNode[] {
  const given = childOf(node, "typeArguments") ?? childOf(node, "typeParameters");
  return given ? childrenOf(given, "params") : [];
}

function rowsOrOpen(entity: ReturnType<typeof entityOfQueriedType>): Given {
  return entity ? rowsOf(entity) : open;
}
