import type { TableAccess, TableVia } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import type { Handle, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { added, asQuery, queryOf, tableOf, type Touch } from "../query.js";
import { entitiesIn } from "./library.js";

interface Touching {
  readonly access: TableAccess;
  readonly via: TableVia;
}

const joined: Touching = { access: "read", via: "join" };

/** What names a table in a builder of Kysely's, which is told entities: https://mikro-orm.io/docs/kysely */
const touching: Readonly<Record<string, Touching | undefined>> = {
  selectFrom: { access: "read", via: "direct" },
  insertInto: { access: "write", via: "direct" },
  updateTable: { access: "write", via: "direct" },
  deleteFrom: { access: "write", via: "direct" },
  innerJoin: joined,
  leftJoin: joined,
  rightJoin: joined,
  fullJoin: joined,
};

export const kyselyMethods = Object.keys(touching);

/** `em.getKysely().selectFrom("User as u")` */
export function kyselyStep(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const { method, args, place } = site;
  const what = Object.hasOwn(touching, method) ? touching[method] : undefined;
  const [first] = args;
  if (!what || !first) return handle.query ? handle : null;
  const query = handle.query ?? queryOf(place, method);
  return asQuery(handle, added(query, named(first, what, analysis)), "kysely");
}

function named(place: CallSite["place"], { access, via }: Touching, analysis: Analysis): Touch {
  const text = analysis.constant(place);
  if (text === null) {
    return { tables: [], isGeneric: false, opaque: "one of its tables is worked out when it runs" };
  }
  const [name = text] = text.trim().split(/\s+/u);
  const entity = entitiesIn(analysis).named(name);
  const [table = name, schema = null] = name.split(".").toReversed();
  const plain = { name: table, schema, entity: null, access, via, place, span: null };
  const told = entity ? tableOf(entity, access, via, place) : plain;
  return { tables: [told], isGeneric: false, opaque: null };
}
