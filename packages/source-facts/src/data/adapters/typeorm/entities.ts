import { childOf, identifierName, spanOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity } from "../../values/value.js";
import { decoratorsOf, type Decorator } from "../decorators.js";
import { baseClass } from "../class-orm/base-class.js";
import { relationsByProperty, type Relations } from "../class-orm/declared-relation.js";
import { entitiesIn, library, packages } from "./library.js";
import { tableName } from "./naming.js";
import { declaredRelations } from "./relations.js";

const declaring = new Set(["Entity", "ViewEntity", "ChildEntity"]);

/** The entity of a class: https://typeorm.io/docs/entity/entities */
export function entityOf(place: Place, analysis: Analysis): Entity | null {
  if (!place.node.type.startsWith("Class")) return null;
  const decorator = decoratorsOf(place, packages, analysis).find(({ name }) => declaring.has(name));
  const id = childOf(place.node, "id");
  const name = identifierName(id);
  if (!decorator) return entitiesIn(analysis).schemaOf(place);
  if (!id || name === null) return null;
  const { table, schema } = tableOfClass(name, decorator, place, analysis);
  let relations: Relations | null = null;
  return {
    is: "entity",
    library,
    name,
    table,
    schema,
    file: place.module.file,
    span: spanOf(id),
    place,
    relations: () => (relations ??= relationsByProperty(declaredRelations(place, analysis), place)),
  };
}

interface TableName {
  readonly table: string;
  readonly schema: string | null;
}

/** `@Entity("users")`, `@Entity({ name, schema })`; a child shares its parent's table. */
function tableOfClass(
  name: string,
  { name: kind, args }: Decorator,
  place: Place,
  analysis: Analysis,
): TableName {
  const parent = kind === "ChildEntity" ? parentEntity(place, analysis) : null;
  if (parent) return parent;
  const [first, second] = kind === "ChildEntity" ? [] : args;
  const entries = [first, second].flatMap(
    (each) => (each && analysis.properties(each)?.entries) ?? [],
  );
  const option = (key: string) => {
    const entry = entries.findLast((each) => each.key === key);
    return entry ? analysis.constant(entry.value) : null;
  };
  const given = option("name") ?? (first ? analysis.constant(first) : null);
  return { table: tableName(name, given, analysis), schema: option("schema") };
}

/** Of single table inheritance: the class above that has the table. */
function parentEntity(place: Place, analysis: Analysis): Entity | null {
  const base = baseClass(place, analysis);
  if (!base) return null;
  return analysis.entityAt(base) ?? parentEntity(base, analysis);
}
