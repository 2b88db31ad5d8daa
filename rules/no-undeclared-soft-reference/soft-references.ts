import type {
  Column,
  DatabaseFacts,
  DomainMap,
  ObjectName,
  Ownership,
  Table,
  TreeFacts,
} from "@domain-isolation/model";
import { nameInWords, ownerOf } from "../schema-words.js";
import { meantTables } from "./meant-tables.js";

/** A column that seems to mean rows of another domain's table. */
export interface SoftReference {
  readonly table: ObjectName;
  readonly column: Column;
  /** The likeliest first. */
  readonly targets: readonly [Table, ...Table[]];
  readonly from: string;
  readonly to: string;
  readonly because: Ownership;
}

export function softReferences(databases: DatabaseFacts, map: DomainMap): readonly SoftReference[] {
  const owned = ownedTables(databases, map);
  const found = databases.trees.flatMap((tree) =>
    tree.schema.tables.flatMap((table) => referencesOf(table, tree, owned, map)),
  );
  const seen = new Set<string>();
  return found.filter(({ table, column, from }) => {
    const key = `${from} ${nameInWords(table)}.${column.name}`;
    return !seen.has(key) && seen.add(key);
  });
}

interface OwnedTable {
  readonly table: Table;
  readonly domain: string;
  readonly because: Ownership;
}

/** The tables that domains own, from the migrations of each; once, though two trees may make them. */
function ownedTables({ trees }: DatabaseFacts, map: DomainMap): readonly OwnedTable[] {
  const owned = new Map<string, OwnedTable>();
  for (const { domain, schema } of trees) {
    for (const table of schema.tables) {
      const owner = ownerOf(table, domain, map);
      const key = `${domain} ${nameInWords(table)}`;
      if (owner.kind !== "owned" || owner.domain !== domain || owned.has(key)) continue;
      owned.set(key, { table, domain, because: owner.claim });
    }
  }
  return [...owned.values()];
}

function referencesOf(
  table: Table,
  { domain }: TreeFacts,
  owned: readonly OwnedTable[],
  map: DomainMap,
): readonly SoftReference[] {
  const owner = ownerOf(table, domain, map);
  // What is here and isn't its own is told by another rule.
  if (owner.kind !== "owned" || owner.domain !== domain) return [];
  const own = owned.filter((each) => each.domain === domain).map((each) => each.table);
  const others = owned.filter((each) => each.domain !== domain);
  const declared = map.source.domains[domain]?.softReferences ?? {};
  return table.columns.flatMap((column) => {
    const name = `${nameInWords(table)}.${column.name}`;
    if (name in declared || isKey(table, column)) return [];
    const meant = meantTables(
      column,
      table,
      own,
      others.map((each) => each.table),
    );
    const [first, ...rest] = meant;
    const found = others.find((each) => each.table === first);
    if (!first || !found) return [];
    const same = rest.filter((each) =>
      others.some((other) => other.table === each && other.domain === found.domain),
    );
    return [
      {
        table,
        column,
        targets: [first, ...same] as const,
        from: domain,
        to: found.domain,
        because: found.because,
      },
    ];
  });
}

/** A foreign key says itself what it means, and a single primary key is the row's own name. */
function isKey({ foreignKeys, primaryKey }: Table, { name }: Column): boolean {
  return (
    foreignKeys.some(({ columns }) => columns.includes(name)) ||
    (primaryKey?.columns.length === 1 && primaryKey.columns[0] === name && name === "id")
  );
}
