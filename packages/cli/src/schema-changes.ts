import type { Dialect, Table, TreeFacts, View } from "@domain-isolation/model";
import { differences } from "@domain-isolation/schema-diff";

/** What changes in the schema of one domain. */
export interface DomainChanges {
  readonly domain: string;
  /** In words, a line a change: `+ table seats`. */
  readonly lines: readonly string[];
}

/** The domains whose schemas differ, with how. */
export function schemaChanges(
  before: readonly TreeFacts[],
  after: readonly TreeFacts[],
): readonly DomainChanges[] {
  const domains = [...new Set(after.map(({ domain }) => domain))];
  return domains.flatMap((domain) => {
    const own = (trees: readonly TreeFacts[]) => trees.filter((tree) => tree.domain === domain);
    const lines = changesBetween(own(before), own(after));
    return lines.length === 0 ? [] : [{ domain, lines }];
  });
}

function changesBetween(
  before: readonly TreeFacts[],
  after: readonly TreeFacts[],
): readonly string[] {
  const [oldTables, newTables] = [before, after].map((trees) =>
    byName(trees.flatMap(({ schema }) => schema.tables)),
  );
  const [oldViews, newViews] = [before, after].map((trees) =>
    byName(trees.flatMap(({ schema }) => schema.views)),
  );
  return [
    ...cameAndWent("table", oldTables, newTables),
    ...changedTables(oldTables, newTables, after[0]?.dialect ?? "postgresql"),
    ...cameAndWent("view", oldViews, newViews),
    ...[...(newViews ?? [])].flatMap(([name, view]) => {
      const old = oldViews?.get(name);
      return old && old.definition !== view.definition ? [`~ view ${name}`] : [];
    }),
  ];
}

function byName<Thing extends Table | View>(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  const named = new Map<string, Thing>();
  for (const thing of things) {
    const { schema, name } = thing;
    const key = schema === null || schema === "public" ? name : `${schema}.${name}`;
    if (!named.has(key)) named.set(key, thing);
  }
  return new Map([...named].sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Named<Thing> = ReadonlyMap<string, Thing> | undefined;

function cameAndWent(what: string, before: Named<unknown>, after: Named<unknown>) {
  const came = [...(after?.keys() ?? [])].filter((name) => !before?.has(name));
  const went = [...(before?.keys() ?? [])].filter((name) => !after?.has(name));
  return [...came.map((name) => `+ ${what} ${name}`), ...went.map((name) => `- ${what} ${name}`)];
}

function changedTables(
  before: Named<Table>,
  after: Named<Table>,
  dialect: Dialect,
): readonly string[] {
  return [...(after ?? [])].flatMap(([name, table]) => {
    const old = before?.get(name);
    if (!old) return [];
    return differences(table, old, { dialect }).map(
      (difference) => `~ table ${name}: ${difference}`,
    );
  });
}
