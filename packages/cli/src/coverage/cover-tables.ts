import type { DomainMap, TableName, TableOwner } from "@domain-isolation/model";
import type { Project } from "@domain-isolation/scanner";
import type { Placed } from "./share-of.js";

/** A table as some code or migration of a domain means it. */
interface Mention {
  readonly table: TableName;
  readonly askedBy: string | null;
}

/** Whose every table is that code names or migrations make; several databases may each have one. */
export function coverTables(project: Project, map: DomainMap): readonly Placed[] {
  const mentions = new Map<string, Mention[]>();
  for (const mention of mentionsOf(project, map)) {
    const { name } = mention.table;
    const known = mentions.get(name);
    if (known) known.push(mention);
    else mentions.set(name, [mention]);
  }
  return [...mentions].map(([name, found]) => placed(name, found, map));
}

function* mentionsOf(project: Project, map: DomainMap): Generator<Mention> {
  for (const file of [...project.files, ...project.schemas]) {
    const askedBy = map.owner(file)?.domain ?? null;
    const { entities, statements } = project.data(file);
    for (const { table: name, schema, name: entity } of entities) {
      yield { table: { name, schema, entity }, askedBy };
    }
    for (const { name, schema, entity } of statements.flatMap(({ tables }) => tables)) {
      yield { table: { name, schema, entity }, askedBy };
    }
  }
  for (const { domain, schema } of project.databases.trees) {
    for (const { name, schema: namespace } of schema.tables) {
      yield { table: { name, schema: namespace, entity: null }, askedBy: domain };
    }
  }
}

/** Decided where every mention is; the first that isn't says why. */
function placed(name: string, mentions: readonly Mention[], map: DomainMap): Placed {
  const owners = mentions.map(({ table, askedBy }) => map.tableOwner(table, askedBy));
  const open = owners.map(whyOpen).find((reason) => reason !== null);
  if (open !== undefined) return { name, place: null, reason: open };
  const places = [...new Set(owners.map(placeOf))].sort();
  return { name, place: places.join(" and ") };
}

function whyOpen(owner: TableOwner): string | null {
  if (owner.kind === "unowned") return "no domain lists it";
  if (owner.kind !== "ambiguous") return null;
  const domains = owner.claims.map(({ domain }) => domain ?? "shared");
  return `as much of ${domains.join(" as of ")}`;
}

function placeOf(owner: TableOwner): string {
  return owner.kind === "owned" ? owner.domain : owner.kind;
}
