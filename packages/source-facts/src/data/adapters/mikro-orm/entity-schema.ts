import { childOf, identifierName, spanOf, unwrap } from "../../../syntax/node.js";
import type { Analysis, Properties } from "../../analysis.js";
import { callFunction } from "../../evaluate/call-function.js";
import { callSite } from "../../evaluate/call-site.js";
import { at, type Place } from "../../values/place.js";
import type { Entity } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { calledMethods } from "../called-methods.js";
import {
  relationsByProperty,
  type DeclaredRelation,
  type Relations,
} from "../class-orm/declared-relation.js";
import { targetOf, writtenTarget } from "../class-orm/target.js";
import { madeName } from "../made-name.js";
import { entitiesIn, library } from "./library.js";
import { tableName } from "./naming.js";
import { isOn, optionIn, textIn } from "./options.js";
import { relationOf, type RelationKind } from "./relations.js";

type Entries = Properties["entries"];

/** `new EntitySchema({ … })`, `defineEntity({ … })`: https://mikro-orm.io/docs/define-entity */
export function schemaEntity(
  { args: [options], place }: CallSite,
  analysis: Analysis,
): Entity | null {
  const entries = (options && analysis.properties(options)?.entries) ?? [];
  const name = textIn("name", entries, analysis) ?? className(entries, analysis);
  if (name === null || isOn("abstract", entries)) return null;
  const given = textIn("tableName", entries, analysis) ?? textIn("collection", entries, analysis);
  let relations: Relations | null = null;
  return {
    is: "entity",
    library,
    name,
    table: tableName(name, given, analysis),
    schema: textIn("schema", entries, analysis),
    file: place.module.file,
    span: madeName(place)?.span ?? spanOf(place.node),
    place,
    relations: () => (relations ??= relationsByProperty(schemaRelations(entries, analysis), place)),
  };
}

function className(entries: Entries, analysis: Analysis): string | null {
  const cls = optionIn("class", entries);
  const value = cls && analysis.evaluate(cls);
  return value?.is === "class" ? identifierName(childOf(value.place.node, "id")) : null;
}

function schemaRelations(entries: Entries, analysis: Analysis): readonly DeclaredRelation[] {
  const properties = optionIn("properties", entries);
  return propertyEntries(properties, analysis).flatMap(
    ({ key, value }) =>
      optionRelation(key, value, analysis) ?? builtRelation(key, value, analysis) ?? [],
  );
}

/** An object, or what a function of the builders returns: `(p) => ({ … })`. */
function propertyEntries(place: Place | null, analysis: Analysis): Entries {
  if (!place) return [];
  const value = analysis.evaluate(place);
  const given =
    value?.is === "function"
      ? callFunction(value, { ...callSite(place), args: [] }, analysis)
      : value;
  return given?.is === "object" ? (analysis.properties(given.place)?.entries ?? []) : [];
}

const optionKinds: Readonly<Record<string, RelationKind | undefined>> = {
  "m:1": "m:1",
  "1:m": "1:m",
  "1:1": "1:1",
  "m:n": "m:n",
  MANY_TO_ONE: "m:1",
  ONE_TO_MANY: "1:m",
  ONE_TO_ONE: "1:1",
  MANY_TO_MANY: "m:n",
};

/** `{ kind: "m:1", entity: () => User }`, `{ reference: ReferenceKind.MANY_TO_ONE, entity: "User" }` */
function optionRelation(
  property: string,
  place: Place,
  analysis: Analysis,
): DeclaredRelation | null {
  const options = analysis.properties(place)?.entries ?? [];
  const written = optionIn("kind", options) ?? optionIn("reference", options);
  const kind = written && optionKinds[kindName(written, analysis) ?? ""];
  const target = optionIn("entity", options) ?? optionIn("type", options);
  const isMapped = optionIn("mappedBy", options) !== null;
  return kind && target
    ? relationTo(target, { property, kind, isMapped, place }, options, analysis)
    : null;
}

function kindName(place: Place, analysis: Analysis): string | null {
  const value = analysis.evaluate(place);
  return value?.is === "external" ? (value.path.at(-1) ?? null) : analysis.constant(place);
}

const builtKinds: Readonly<Record<string, RelationKind | undefined>> = {
  manyToOne: "m:1",
  oneToMany: "1:m",
  oneToOne: "1:1",
  manyToMany: "m:n",
};

/** `() => p.oneToMany(Book).mappedBy("author")` */
function builtRelation(
  property: string,
  place: Place,
  analysis: Analysis,
): DeclaredRelation | null {
  const node = unwrap(place.node) ?? place.node;
  const isLazy = node.type === "ArrowFunctionExpression";
  const chain = isLazy ? childOf(node, "body") : node;
  if (!chain) return null;
  const around = isLazy ? { ...place, scope: place.module.scopeIn(node) } : place;
  const calls = calledMethods(chain);
  const made = calls.find(({ method }) => builtKinds[method]);
  const kind = made && builtKinds[made.method];
  const target = made?.args[0];
  if (!kind || !target) return null;
  const isMapped = calls.some(({ method }) => method === "mappedBy");
  return relationTo(at(around, target), { property, kind, isMapped, place }, [], analysis);
}

function relationTo(
  target: Place,
  declared: {
    readonly property: string;
    readonly kind: RelationKind;
    readonly isMapped: boolean;
    readonly place: Place;
  },
  options: Entries,
  analysis: Analysis,
): DeclaredRelation | null {
  const entity = targetOf(target, entitiesIn(analysis), analysis);
  if (entity?.is !== "entity") return null;
  return relationOf({ ...declared, entity, name: writtenTarget(target) }, options, analysis);
}
