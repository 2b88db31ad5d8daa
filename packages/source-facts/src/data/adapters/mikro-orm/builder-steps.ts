import type { Analysis } from "../../analysis.js";
import { type Place } from "../../values/place.js";
import type { Handle, NamedTable } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { withAlias } from "../class-orm/aliases.js";
import { entriesOf, startReading } from "../class-orm/reading.js";
import { givingRows } from "../class-orm/row-entity.js";
import { sqlTouch } from "../class-orm/sql-touch.js";
import { targetOf } from "../class-orm/target.js";
import { written } from "../class-orm/written.js";
import { namingPlace } from "../naming-place.js";
import { asQuery, touch, withPart } from "../query.js";
import { isLockMode, readWhere } from "./find-options.js";
import { entitiesIn } from "./library.js";

import { accessOf, grown, queryAt } from "./builder.js";
import { joined } from "./builder-joins.js";
type Step = (handle: Handle, site: CallSite, analysis: Analysis) => Handle;

const steps: Readonly<Record<string, Step | undefined>> = {
  insert: verb,
  update: verb,
  delete: verb,
  truncate: verb,
  where: condition,
  andWhere: condition,
  orWhere: condition,
  having: condition,
  from: source,
  withSubQuery: source,
  orderBy: condition,
  select: condition,
  setLockMode: lock,
};

const givingOne = new Set(["getSingleResult"]);
const sending = new Set([
  ...["execute", "getResult", "getResultList", "getSingleResult", "getCount"],
  ...["getResultAndCount", "stream"],
]);
const joining = /^(?:left|inner)?[jJ]oin(?:Lateral)?(?:AndSelect)?$/u;

export const builderMethods: readonly string[] = [
  ...Object.keys(steps),
  ...["", "left", "inner"].flatMap((side) =>
    ["oin", "oinAndSelect", "oinLateral", "oinLateralAndSelect"].map(
      (rest) => `${side}${side === "" ? "j" : "J"}${rest}`,
    ),
  ),
  ...sending,
];

/** A call on a builder gives it again, with what the call adds. */
export function step(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const { method } = site;
  if (joining.test(method)) return joined(handle, site, analysis);
  if (sending.has(method)) return sent(handle, method);
  return Object.hasOwn(steps, method)
    ? (steps[method]?.(handle, site, analysis) ?? handle)
    : handle;
}

function sent(handle: Handle, method: string): Handle {
  if (!handle.query) return handle;
  const done = asQuery(handle, { ...handle.query, isDone: true });
  if (givingOne.has(method)) return givingRows(done, handle.entity, "one");
  return /^getResult(?:List)?$/u.test(method) ? givingRows(done, handle.entity, "many") : done;
}

/** What it is about is written. */
function verb(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const query = queryAt(handle, site);
  const tables = query.tables.map((each): NamedTable =>
    each.via === "direct" ? { ...each, access: "write" } : each,
  );
  const begun = asQuery(handle, { ...query, tables, operation: site.method });
  return site.method === "delete" ? condition(begun, site, analysis) : begun;
}

/** An object's relations join their tables; a text may hold a query. */
function condition(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [where] = site.args;
  if (!where) return handle;
  const told = sqlTouch(where, analysis);
  if (told) return grown(handle, site, told);
  const reading = startReading(accessOf(handle), analysis);
  if (handle.entity?.is === "entity") readWhere(handle.entity, where, reading);
  const next = grown(handle, site, { ...reading, opaque: null, isGeneric: false });
  const values = analysis.properties(where) ? entriesOf(where, "conditions", reading) : [];
  return values.reduce((all, { value }) => partOf(all, value, site, analysis), next);
}

/** `{ id: { $in: subquery.getKnexQuery() } }` */
function partOf(handle: Handle, value: Place, site: CallSite, analysis: Analysis): Handle {
  const inner = analysis.properties(value)?.entries.map((each) => each.value) ?? [value];
  const parts = inner.flatMap((each) => analysis.handle(each) ?? []).filter(({ query }) => query);
  return parts.reduce((all, part) => asQuery(all, withPart(queryAt(all, site), part)), handle);
}

/** `from(User)`, `from(subquery)` */
function source(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [what, alias] = site.args;
  if (!what) return handle;
  const part = analysis.handle(what);
  if (part?.query) {
    const next = asQuery(handle, withPart(queryAt(handle, site), part));
    return withAlias(next, alias, null, analysis);
  }
  const entity = targetOf(what, entitiesIn(analysis), analysis);
  const place = namingPlace(what, analysis);
  const known = entity?.is === "entity" ? entity : null;
  const unknown = `its entity ${written(what)} is worked out when it runs`;
  const about = withAlias({ ...handle, entity, named: place }, alias, known, analysis);
  return grown(about, site, touch(entity, accessOf(handle), "direct", place, unknown));
}

function lock(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [mode] = site.args;
  if (!mode || !isLockMode(mode, analysis)) return handle;
  const query = queryAt(handle, site);
  const tables = query.tables.map((each): NamedTable =>
    each.access === "read" ? { ...each, access: "lock" } : each,
  );
  return asQuery(handle, { ...query, tables });
}
