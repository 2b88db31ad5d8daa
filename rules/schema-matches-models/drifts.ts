import type {
  DatabaseFacts,
  DeclaredFacts,
  Dialect,
  DomainMap,
  ObjectName,
  SourcePlace,
  Table,
  Tier,
  TreeFacts,
} from "@domain-isolation/model";
import { nameInWords, ownerOf } from "../schema-words.js";

/** A table of which models and migrations say different things. */
export interface Drift {
  readonly messageId: "missing" | "undeclared" | "different" | "unread";
  readonly table: Table;
  readonly at: SourcePlace;
  readonly from: string;
  readonly source: string;
  readonly differences: string;
  readonly tier: Tier;
}

/** Compared is what a schema declares for a domain with the tree that makes most of it. */
export function drifts(databases: DatabaseFacts, map: DomainMap): readonly Drift[] {
  return databases.declared.flatMap((declared) =>
    map.domains.flatMap((domain) => {
      const tables = declared.schema.tables.filter((table) => isOf(table, domain, map));
      const tree = treeOf(domain, tables, declared.schema.dialect, databases.trees);
      return tree ? compare(tables, tree, declared, databases, map) : [];
    }),
  );
}

function isOf(table: Table, domain: string, map: DomainMap): boolean {
  const owner = ownerOf(table, domain, map);
  return owner.kind === "owned" && owner.domain === domain;
}

/** Without a table in common it is the schema of another database. */
function treeOf(
  domain: string,
  tables: readonly Table[],
  dialect: Dialect,
  trees: readonly TreeFacts[],
): TreeFacts | null {
  const names = new Set(tables.map(nameInWords));
  const common = ({ schema }: TreeFacts) =>
    schema.tables.filter((table) => names.has(nameInWords(table))).length;
  const isOwn = (tree: TreeFacts) => tree.domain === domain && tree.dialect === dialect;
  const own = trees.filter((tree) => isOwn(tree) && common(tree) > 0);
  return own.toSorted((a, b) => common(b) - common(a))[0] ?? null;
}

function compare(
  tables: readonly Table[],
  tree: TreeFacts,
  facts: DeclaredFacts,
  databases: DatabaseFacts,
  map: DomainMap,
): readonly Drift[] {
  const made = new Map(tree.schema.tables.map((table) => [nameInWords(table), table]));
  const common = { from: tree.domain, source: facts.source, tier: "linked" } as const;
  const drift = (table: Table, messageId: Drift["messageId"], differences = ""): Drift => {
    return { ...common, table, at: table.definedAt, messageId, differences };
  };
  return [
    ...tables.flatMap((table): readonly Drift[] => {
      const other = made.get(nameInWords(table));
      // Where migrations aren't read whole, what is missing may stand in what wasn't read.
      if (!other) return tree.opaque.length > 0 ? [] : [drift(table, "missing")];
      const unread = facts.unread.find((each) => each.table && isSame(each.table, table));
      if (unread) return [drift(table, "unread", unread.reason)];
      const found = databases.differences(table, other, {
        dialect: tree.schema.dialect,
        isDeclared: true,
      });
      return found.length === 0 ? [] : [drift(table, "different", found.slice(0, 3).join("; "))];
    }),
    ...undeclared(tree, facts, databases, map).map((table) => drift(table, "undeclared")),
  ];
}

/** Tables that nobody declares: where the models are all, and the names of all are known. */
function undeclared(
  { domain, schema }: TreeFacts,
  { files, unread, isWhole }: DeclaredFacts,
  databases: DatabaseFacts,
  map: DomainMap,
): readonly Table[] {
  if (!isWhole || files.length === 0 || unread.some(({ table }) => table === null)) return [];
  const declared = new Set(
    databases.declared.flatMap((each) => each.schema.tables.map(nameInWords)),
  );
  return schema.tables.filter(
    (table) => isOf(table, domain, map) && !declared.has(nameInWords(table)),
  );
}

function isSame(a: ObjectName, b: ObjectName): boolean {
  return a.name === b.name && a.schema === b.schema;
}
