import type { TableAccess } from "@domain-isolation/model";
import { childOf, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { NamedTable } from "../../values/value.js";
import { written } from "../class-orm/written.js";
import { isModelRelation, modelAt, type ModelRelation } from "./associations.js";
import type { Entries } from "./model-class.js";
import type { Model } from "./models.js";
import { readScopes } from "./scopes.js";

/** What has been read of a statement's options so far. */
export interface Reading {
  readonly analysis: Analysis;
  readonly access: TableAccess;
  readonly tables: NamedTable[];
  /** Where what is included is named, if not where it is written. */
  readonly named: Place | null;
  opaque: string | null;
  /** How many scopes lead to it. */
  readonly depth: number;
}

/** Scopes include models whose scopes include others. */
const deepest = 5;

/**
 * `include`, of a statement or of what is included:
 * https://sequelize.org/docs/v6/advanced-association-concepts/eager-loading/
 */
export function readInclude(model: Model, include: Place, reading: Reading): void {
  const { analysis } = reading;
  const items = analysis.elements(include) ?? [include];
  for (const item of items.flatMap(alternatives)) readItem(model, item, reading);
}

/** `withOrders && Order`, `withOrders ? Order : Item` */
function alternatives(place: Place): readonly Place[] {
  const node = unwrap(place.node) ?? place.node;
  const keys =
    node.type === "ConditionalExpression"
      ? ["consequent", "alternate"]
      : node.type === "LogicalExpression"
        ? ["right"]
        : [];
  if (keys.length === 0) return [at(place, node)];
  return keys.flatMap((key) => {
    const branch = childOf(node, key);
    return branch ? alternatives(at(place, branch)) : [];
  });
}

function readItem(model: Model, item: Place, reading: Reading): void {
  const { analysis } = reading;
  if (isNothing(item)) return;
  const text = analysis.constant(item);
  if (text !== null) {
    readAssociation(model, text, item, [], reading);
    return;
  }
  const properties = analysis.properties(item);
  if (properties) {
    reading.opaque ??= properties.opaque;
    readOptions(model, properties.entries, item, reading);
    return;
  }
  const included = modelAt(item, analysis);
  if (included) addModel(model, included, null, item, reading);
  else reading.opaque ??= `what ${written(item)} includes is worked out when it runs`;
}

function isNothing({ node }: Place): boolean {
  return node.type === "Literal" ? typeof node.value !== "string" : node.name === "undefined";
}

/** `{ model, as, include }`, `{ association, include }`, `{ all: true }` */
function readOptions(model: Model, entries: Entries, item: Place, reading: Reading): void {
  const { analysis } = reading;
  const option = (key: string) => entries.find((each) => each.key === key)?.value;
  const [named, association, all] = [option("model"), option("association"), option("all")];
  const as = option("as");
  const alias = as ? analysis.constant(as) : null;
  const included = named && modelAt(named, analysis);
  if (included) {
    addModel(model, included, alias, named, reading);
    readNested(included, entries, reading);
    return;
  }
  const text = association ? analysis.constant(association) : null;
  if (association && text !== null) {
    readAssociation(model, text, association, entries, reading);
    return;
  }
  reading.opaque ??= all
    ? "it includes all associations"
    : `what ${written(named ?? association ?? item)} includes is worked out when it runs`;
}

function readNested(model: Model, entries: Entries, reading: Reading): void {
  const include = entries.find(({ key }) => key === "include");
  if (include) readInclude(model, include.value, reading);
}

/** By the name of the association. */
function readAssociation(
  model: Model,
  alias: string,
  place: Place,
  entries: Entries,
  reading: Reading,
): void {
  const relation = model.relations().get(alias);
  if (!relation || !isModelRelation(relation)) {
    reading.opaque ??= `\`${alias}\` is no association of \`${model.name}\` that is known`;
    return;
  }
  addRelation(relation, place, reading);
  if (relation.entity) readIncludedScopes(relation.entity, place, reading);
  if (relation.entity) readNested(relation.entity, entries, reading);
}

/** A model that is named itself: between it and this one there may be a table. */
function addModel(
  model: Model,
  included: Model,
  alias: string | null,
  place: Place,
  reading: Reading,
): void {
  const relations = [...model.relations().values()].filter(isModelRelation);
  const matching = relations.filter(
    ({ entity, fact }) =>
      entity?.table === included.table && (alias === null || fact.property === alias),
  );
  const through = matching.find((relation) => relation.through)?.through ?? null;
  addRelation({ entity: included, through }, place, reading);
  readIncludedScopes(included, place, reading);
}

/** A model is included in the scopes in which it is named, else in its default one. */
function readIncludedScopes(included: Model, place: Place, reading: Reading): void {
  const { analysis, depth } = reading;
  if (depth >= deepest) return;
  const inner: Reading = { ...reading, access: "read", depth: depth + 1 };
  const handle = analysis.handle(place);
  if (handle) readScopes(included, handle.memory, place, inner);
  else readScopes(included, {}, place, inner);
  reading.opaque ??= inner.opaque;
}

export function addRelation(
  { entity, through }: Pick<ModelRelation, "entity" | "through">,
  place: Place,
  { tables, access, named }: Reading,
): void {
  const common = { access, via: "relation", place: named ?? place, span: null } as const;
  if (entity) tables.push({ name: entity.table, schema: entity.schema, entity, ...common });
  if (through) tables.push({ ...through, ...common });
}
