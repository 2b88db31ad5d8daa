import { childOf, childrenOf, stringValue } from "../../../syntax/node.js";
import type { SyntaxNode } from "../../../syntax/syntax.js";
import type { Analysis } from "../../analysis.js";
import { propertyKey } from "../../evaluate/evaluate-member.js";
import { at, type Place } from "../../values/place.js";
import type { Value } from "../../values/value.js";

/**
 * The table that an embedded resource is: itself, or where the key leads that it names; null where the
 * types of the database say that it is none of these:
 * https://supabase.com/docs/guides/api/rest/generating-types
 */
export function embeddedTable(
  name: string,
  parent: string,
  schema: string,
  database: Value | null,
  analysis: Analysis,
): string | null {
  const tables = database?.is === "shape" ? tablesOf(database.place, schema, analysis) : [];
  if (tables.length === 0 || tables.some((group) => member(group, name))) return name;
  for (const group of tables) {
    const table = member(group, parent);
    const target = table && referenced(name, table, analysis);
    if (target) return target;
  }
  return null;
}

/** `Database["public"]["Tables"]` and `["Views"]` */
function tablesOf(database: Place, schema: string, analysis: Analysis): readonly Place[] {
  const inSchema = shapeAt(member(database, schema), analysis);
  if (!inSchema) return [];
  return ["Tables", "Views"].flatMap((key) => shapeAt(member(inSchema, key), analysis) ?? []);
}

function shapeAt(type: Place | null, analysis: Analysis): Place | null {
  const value = type && analysis.evaluateType(type);
  return value?.is === "shape" ? value.place : null;
}

/** The type of a property. */
function member(shape: Place, key: string): Place | null {
  const body = childOf(shape.node, "body");
  const members = body ? childrenOf(body, "body") : childrenOf(shape.node, "members");
  const found = members.find((each) => propertyKey(each) === key);
  const annotation = found && childOf(found, "typeAnnotation");
  const type = annotation && childOf(annotation, "typeAnnotation");
  return type ? at(shape, type) : null;
}

/** By the key's name, or by its column. */
function referenced(name: string, table: Place, analysis: Analysis): string | null {
  const shape = shapeAt(table, analysis);
  const relationships = shape && member(shape, "Relationships");
  for (const node of relationships ? childrenOf(relationships.node, "elementTypes") : []) {
    const relationship = at(table, node);
    const names = [member(relationship, "foreignKeyName"), member(relationship, "columns")];
    if (!names.flatMap((type) => literals(type?.node ?? null)).includes(name)) continue;
    return literals(member(relationship, "referencedRelation")?.node ?? null)[0] ?? null;
  }
  return null;
}

/** `"users"`, `["user_id"]` */
function literals(type: SyntaxNode | null): readonly string[] {
  if (!type) return [];
  if (type.type === "TSTupleType") return childrenOf(type, "elementTypes").flatMap(literals);
  const text = stringValue(childOf(type, "literal"));
  return text === null ? [] : [text];
}
