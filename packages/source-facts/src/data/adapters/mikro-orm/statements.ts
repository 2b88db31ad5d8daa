import type { TableAccess } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity, Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { startReading, type Reading } from "../class-orm/reading.js";
import { givingRows, rowEntity } from "../class-orm/row-entity.js";
import { written } from "../class-orm/written.js";
import { added, asQuery, queryOf, touch, withPart, type Touch } from "../query.js";
import { isLocking, readOptions, readPaths, readWhere } from "./find-options.js";
import { chaining, type Argument, type Operation } from "./operations.js";

/** A statement of a repository, or of a manager that was told the entity. */
export function operationQuery(
  handle: Handle,
  table: Place,
  operation: Operation,
  args: readonly Place[],
  site: CallSite,
  analysis: Analysis,
): Handle {
  const { entity } = handle;
  const isLocked = operation.args.some(
    (kind, index) => kind === "options" && args[index] && isLocking(args[index], analysis),
  );
  const access = isLocked ? "lock" : operation.access;
  const own = touch(entity, access, "direct", table, unknownEntity(handle));
  const query = added(queryOf(site.place, site.method, { isDone: true }), own);
  const told =
    entity?.is === "entity" ? argumentTouches(entity, operation, args, access, analysis) : null;
  const sent = asQuery(handle, told ? added(query, told) : query, roleOf(handle, site));
  return operation.gives ? givingRows(sent, entity, operation.gives) : sent;
}

/** `persist(user)` gives the manager again; `create` gives a row without waiting. */
function roleOf({ role }: Handle, { method }: CallSite): string {
  return chaining.has(method) ? role : method === "create" ? "made" : "sent";
}

export function unknownEntity({ named }: Handle): string {
  return named
    ? `its entity ${written(named)} is worked out when it runs`
    : "the entity of its repository is not known here";
}

/** `persist(user)`, `remove([user, profile])`: their classes tell the tables. */
export function rowsQuery(
  handle: Handle,
  operation: Operation,
  [argument, ...rest]: readonly Place[],
  site: CallSite,
  analysis: Analysis,
): Handle | null {
  if (!argument) return null;
  const items = analysis.elements(argument) ?? [argument];
  const rows = items.map((place) => ({ place, entity: rowEntity(place, analysis) }));
  if (rows.every(({ entity }) => !entity)) return null;
  const { access } = operation;
  const unknown = "the class of one of its rows is not known";
  let query = queryOf(site.place, site.method, { isDone: true });
  for (const { entity, place } of rows) {
    const told = entity && argumentTouches(entity, operation, rest, "read", analysis);
    const own = touch(entity, access, "direct", place, unknown);
    query = operation.onlyPaths && entity ? query : added(query, own);
    query = withPart(told ? added(query, told) : query, analysis.handle(place));
  }
  const sent = asQuery(handle, query, roleOf(handle, site));
  return operation.gives ? givingRows(sent, rows[0]?.entity ?? null, operation.gives) : sent;
}

function argumentTouches(
  entity: Entity,
  operation: Operation,
  args: readonly Place[],
  access: TableAccess,
  analysis: Analysis,
): Touch {
  const reading = startReading(access === "write" ? "read" : access, analysis);
  for (const [index, kind] of operation.args.entries()) {
    const argument = args[index];
    if (kind && argument) readers[kind](entity, argument, reading);
  }
  return { tables: reading.tables, isGeneric: false, opaque: reading.opaque };
}

type Reader = (entity: Entity, value: Place, reading: Reading) => void;

const readers: Readonly<Record<Exclude<Argument, null>, Reader>> = {
  options: readOptions,
  where: readWhere,
  paths: readPaths,
};
