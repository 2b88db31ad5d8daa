import { entitiesIn } from "./library.js";
import type { TableAccess } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import type { Handle, NamedTable } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { asQuery, tableOf } from "../query.js";
import { grown, queryAt, withTable } from "./builder.js";
import { relationPath } from "../class-orm/relation-path.js";

/** They change which rows a relation leads to: https://typeorm.io/docs/query-builder/relational-query-builder */
const changing = new Set(["add", "remove", "set", "addAndRemove"]);
const loading = new Set(["loadOne", "loadMany"]);

/** `relation(User, "roles")`, `relation("roles")` of a builder that has its table. */
export function relation(handle: Handle, site: CallSite, analysis: Analysis): Handle {
  const [first, second] = site.args;
  const target = second ? first : null;
  const property = second ?? first;
  if (!property) return handle;
  const begun = asQuery(handle, { ...queryAt(handle, site), operation: "relation" });
  const about = target
    ? withTable({ ...begun, entity: null }, target, undefined, site, analysis)
    : begun;
  const { entity } = about;
  const path = analysis.constant(property);
  if (entity?.is !== "entity" || path === null) return about;
  const { relations } = relationPath(entity, path, entitiesIn(analysis));
  const last = relations.at(-1);
  if (!last?.entity) return about;
  const table = tableOf(last.entity, "read", "relation", property);
  const next = grown(about, site, { tables: [table], isGeneric: false, opaque: null });
  return last.holdsKey ? { ...next, memory: { ...next.memory, holder: entity } } : next;
}

/** `.of(user).add(role)` */
export function relationStep(handle: Handle, { method }: CallSite): Handle | null {
  const { query, memory } = handle;
  if (query?.operation !== "relation") return null;
  if (loading.has(method)) return asQuery(handle, { ...query, isDone: true });
  if (!changing.has(method)) return handle;
  const isWritten = ({ via }: NamedTable) => (via === "direct") === (memory.holder !== undefined);
  const tables = query.tables.map((table) => withAccess(table, isWritten(table)));
  return asQuery(handle, { ...query, tables, operation: method, isDone: true });
}

function withAccess(table: NamedTable, isWritten: boolean): NamedTable {
  const access: TableAccess = isWritten ? "write" : table.access;
  return { ...table, access };
}
