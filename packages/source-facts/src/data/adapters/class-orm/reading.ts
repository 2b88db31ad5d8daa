import type { TableAccess } from "@domain-isolation/model";
import { childOf, identifierName, keyName, unwrap } from "../../../syntax/node.js";
import { lookUp } from "../../../syntax/scopes.js";
import type { Analysis, Properties } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { NamedTable, RelationTarget } from "../../values/value.js";
import { tableOf } from "../query.js";

/** What has been read of a call's arguments so far. */
export interface Reading {
  readonly analysis: Analysis;
  /** What is done with the tables that relations lead to. */
  readonly access: TableAccess;
  readonly tables: NamedTable[];
  opaque: string | null;
}

export function startReading(access: TableAccess, analysis: Analysis): Reading {
  return { analysis, access, tables: [], opaque: null };
}

/** A relation that is touched at its name. */
export function addRelation({ entity }: RelationTarget, name: Place, reading: Reading): void {
  if (entity) reading.tables.push(tableOf(entity, reading.access, "relation", name));
}

/** The properties of an object; what can't be told of them is noted. */
export function entriesOf(place: Place, what: string, reading: Reading): Properties["entries"] {
  return alternatives(place).flatMap((each) => {
    const properties = reading.analysis.properties(each);
    if (properties) reading.opaque ??= properties.opaque;
    else if (!isPlain(each) && !isScalar(each, reading.analysis))
      reading.opaque ??= `its ${what} are worked out when it runs`;
    return properties?.entries ?? [];
  });
}

/** What a place may be: both branches of `a ?? b` and `c ? a : b`. */
export function alternatives(place: Place): readonly Place[] {
  const node = unwrap(place.node) ?? place.node;
  const keys =
    node.type === "ConditionalExpression"
      ? ["consequent", "alternate"]
      : node.type === "LogicalExpression"
        ? ["left", "right"]
        : [];
  if (keys.length === 0) return [at(place, node)];
  return keys.flatMap((key) => {
    const branch = childOf(node, key);
    return branch ? alternatives(at(place, branch)) : [];
  });
}

/** `true`, `undefined`, an operator's call: there are no properties in it. */
export function isPlain({ node }: Place): boolean {
  const isUndefined = node.type === "Identifier" && node.name === "undefined";
  return isUndefined || node.type === "Literal" || node.type === "TemplateLiteral";
}

const scalarTypes = new Set(["TSStringKeyword", "TSNumberKeyword", "TSBooleanKeyword"]);

/** An id, or a list of them, by its type or its name: `findOne(id)` of older versions. */
function isScalar(place: Place, analysis: Analysis): boolean {
  const { node, scope } = place;
  if (analysis.elements(place)) return true;
  const name = node.type === "MemberExpression" ? keyName(node, "property") : identifierName(node);
  const [declaration] = lookUp(identifierName(node) ?? "", scope);
  const named = declaration && (childOf(declaration.node, "id") ?? declaration.node);
  const annotation = named && childOf(named, "typeAnnotation");
  const type = annotation && childOf(annotation, "typeAnnotation");
  return scalarTypes.has(type?.type ?? "") || /(?:^id|Id)s?$/u.test(name ?? "");
}

export function isFalse({ node }: Place): boolean {
  const inner = unwrap(node);
  return inner?.type === "Literal" && inner.value === false;
}
