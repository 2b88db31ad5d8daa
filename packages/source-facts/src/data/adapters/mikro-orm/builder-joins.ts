import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { aliasEntity, aliasPath, withAlias } from "../class-orm/aliases.js";
import { relationPath, type RelationPath } from "../class-orm/relation-path.js";
import { written } from "../class-orm/written.js";
import { asQuery, tableOf, withPart } from "../query.js";
import { entitiesIn } from "./library.js";

import { accessOf, grown, queryAt } from "./builder.js";
/** `leftJoin("a.books", "b")`, `join(subquery, "s")`, `joinAndSelect(["a.books", subquery], "b")` */
export function joined(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [what, alias] = site.args;
  if (!what) return handle;
  const [field = what, subquery] = analysis.elements(what) ?? [];
  const part = analysis.handle(subquery ?? field);
  const next = part?.query ? asQuery(handle, withPart(queryAt(handle, site), part)) : handle;
  return part?.query && !subquery
    ? withAlias(next, alias, null, analysis)
    : withRelation(next, field, alias, site, analysis);
}

function withRelation(
  handle: Handle,
  field: Place,
  alias: Place | undefined,
  site: CallSite,
  analysis: Analysis,
): Handle {
  const relations = relationsAt(handle, field, analysis);
  const tables = relations.flatMap(({ entity }) =>
    entity ? [tableOf(entity, accessOf(handle), "relation", field)] : [],
  );
  const last = relations.at(-1)?.entity ?? null;
  const isGeneric = handle.entity?.is !== "entity";
  const opaque = `where its join ${written(field)} leads is not known here`;
  return grown(
    withAlias(handle, alias, last, analysis),
    site,
    last ? { tables, isGeneric: false, opaque: null } : { tables: [], isGeneric, opaque },
  );
}

/** Of `"a.books"`, or of `"books"` of the builder's own entity. */
function relationsAt(handle: Handle, field: Place, analysis: Analysis): RelationPath["relations"] {
  const path = aliasPath(field, analysis);
  const from = aliasEntity(handle, path?.alias ?? null, field, analysis);
  const name = path?.path ?? analysis.constant(field);
  return from && name !== null ? relationPath(from, name, entitiesIn(analysis)).relations : [];
}
