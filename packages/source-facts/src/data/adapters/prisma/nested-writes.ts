import type { Place } from "../../values/place.js";
import type { Entity, RelationTarget } from "../../values/value.js";
import { addRelation, entriesOf, itemsOf, readWhere, type Reading } from "./arguments.js";

type ReadData = (entity: Entity, data: Place, reading: Reading) => void;
type Nested = (entity: Entity, value: Place, reading: Reading, readData: ReadData) => void;

const dataOf: Nested = (entity, value, reading, readData) => {
  readData(entity, value, reading);
};
const conditionOf: Nested = (entity, value, reading) => {
  readWhere(entity, value, reading);
};

const onlyColumns: ReadData = () => undefined;

/**
 * What may hold more of the kind; `createMany` only has columns.
 * https://www.prisma.io/docs/orm/reference/prisma-client-reference#nested-queries
 */
const nested: Readonly<Record<string, Nested | undefined>> = {
  create: dataOf,
  connect: conditionOf,
  connectOrCreate: partsOf,
  disconnect: conditionOf,
  set: conditionOf,
  update: (entity, value, reading, readData) => {
    partsOf(entity, value, reading, readData);
    readData(entity, value, reading);
  },
  updateMany: (entity, value, reading) => {
    partsOf(entity, value, reading, onlyColumns);
  },
  upsert: partsOf,
  delete: conditionOf,
  deleteMany: conditionOf,
};

/** Those that only set the key which one side holds. */
const linking = new Set(["connect", "disconnect", "set"]);

/** `{ author: { connect: { id } } }`: writes the other table, unless this one, or one between them, holds the key. */
export function nestedWrites(
  relation: RelationTarget,
  name: Place,
  value: Place,
  reading: Reading,
  readData: ReadData,
): void {
  const { entity, holdsKey, joinTable } = relation;
  if (!entity) return;
  const entries = entriesOf(value, reading);
  const keyIsElsewhere = holdsKey || Boolean(joinTable);
  const onlyLinks = entries.length > 0 && entries.every(({ key }) => linking.has(key));
  addRelation(relation, keyIsElsewhere && onlyLinks ? "read" : "write", name, reading, "write");
  for (const { key, value: inner } of entries) nested[key]?.(entity, inner, reading, readData);
}

/** `{ where, create, update, data }`, or a list of such. */
function partsOf(entity: Entity, value: Place, reading: Reading, readData: ReadData): void {
  for (const item of itemsOf(value, reading)) {
    for (const { key, value: part } of entriesOf(item, reading)) {
      if (key === "where") readWhere(entity, part, reading);
      if (key === "create" || key === "update" || key === "data") readData(entity, part, reading);
    }
  }
}
