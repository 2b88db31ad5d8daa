import type { TableAccess } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity, Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { added, asQuery, queryOf, touch, type Touch } from "../query.js";
import { isLocking, readOptions, readWhere } from "./find-options.js";
import type { Argument, Operation } from "./operations.js";
import { entriesOf, startReading, type Reading } from "../class-orm/reading.js";
import { givingRows } from "../class-orm/row-entity.js";
import { written } from "../class-orm/written.js";

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
  const own = touch(entity, access, "direct", table, unknownTable(handle));
  const query = added(queryOf(site.place, site.method, { isDone: true }), own);
  const told =
    entity?.is === "entity" ? argumentTouches(entity, operation, args, access, analysis) : null;
  const giving = operation.gives ? givingRows(handle, entity, operation.gives) : handle;
  return asQuery(giving, told ? added(query, told) : query, handle.role);
}

export function unknownTable({ named }: Handle): string {
  return named
    ? `its entity ${written(named)} is worked out when it runs`
    : "the entity of its repository is not known here";
}

function argumentTouches(
  entity: Entity,
  operation: Operation,
  args: readonly Place[],
  access: TableAccess,
  analysis: Analysis,
): Touch {
  const reading = startReading(access, analysis);
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
  rows: readRows,
};

/** `save({ lines: [...] })`: what the other side of a relation holds is written with it. */
function readRows(entity: Entity, rows: Place, reading: Reading): void {
  const { analysis } = reading;
  for (const row of analysis.elements(rows) ?? [rows]) {
    const isWritten = analysis.properties(row) !== null;
    for (const { key, name } of isWritten ? entriesOf(row, "columns", { ...reading }) : []) {
      const relation = entity.relations().get(key);
      if (relation?.entity && !relation.holdsKey) {
        reading.tables.push(...touch(relation.entity, "write", "relation", name, "").tables);
      }
    }
  }
}
