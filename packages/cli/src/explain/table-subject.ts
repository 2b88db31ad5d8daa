import type { DomainMap, TableName, TableOwner } from "@domain-isolation/model";
import type { Ground } from "./explanation.js";
import {
  isCalled,
  tableMentions,
  type TableMention,
  type TableMentions,
} from "./table-mentions.js";

/** What a table is explained by. */
export interface TableSubject {
  /** As somebody asked for it. */
  readonly name: string;
  readonly mentions: TableMentions;
  readonly all: readonly TableMention[];
}

/** A table by its name, or by that of its entity; null where nothing and nobody knows it. */
export function findTable(ground: Ground, name: string): TableSubject | null {
  const known = tableMentions(ground);
  const isMeant = ({ table }: TableMention) => isCalled(table, name);
  const mentions = {
    statements: known.statements.filter(isMeant),
    entities: known.entities.filter(isMeant),
    migrations: known.migrations.filter(isMeant),
  };
  const all = [...mentions.statements, ...mentions.entities, ...mentions.migrations];
  const isListed = listed(ground.map).some((entry) => entry === name);
  return all.length > 0 || isListed ? { name, mentions, all } : null;
}

/** The names of all tables, for who has misspelt one. */
export function tableNames(ground: Ground): readonly string[] {
  const { statements, entities, migrations } = tableMentions(ground);
  const named = [...statements, ...entities, ...migrations].map(({ table }) => table.name);
  return [...new Set([...named, ...listed(ground.map)])];
}

/** Every owner that it has for one of those who name it: two domains may each have a `settings`. */
export function ownersOf(
  { map }: Ground,
  subject: TableSubject,
): ReadonlyMap<string, { readonly owner: TableOwner; readonly seenBy: readonly string[] }> {
  const owners = new Map<string, { owner: TableOwner; seenBy: string[] }>();
  for (const { table, askedBy } of askedOf(subject)) {
    const owner = map.tableOwner(table, askedBy);
    const key = JSON.stringify(owner, ["kind", "domain", "claim", "claims", "pattern", "path"]);
    const seen = owners.get(key) ?? { owner, seenBy: [] };
    const by = askedBy ?? "code of no domain";
    if (!seen.seenBy.includes(by)) seen.seenBy.push(by);
    owners.set(key, seen);
  }
  return owners;
}

/** Who names it, and how; the name alone where nobody does. */
export function askedOf({
  name,
  all,
}: TableSubject): readonly Pick<TableMention, "table" | "askedBy">[] {
  return all.length > 0 ? all : [{ table: tableCalled(name), askedBy: null }];
}

function tableCalled(written: string): TableName {
  const dot = written.indexOf(".");
  const schema = dot < 0 ? null : written.slice(0, dot);
  return { name: written.slice(dot + 1), schema, entity: null };
}

function listed({ source }: DomainMap): readonly string[] {
  const domains = Object.values(source.domains);
  return [...(source.shared?.tables ?? []), ...domains.flatMap(({ tables = [] }) => tables)];
}
