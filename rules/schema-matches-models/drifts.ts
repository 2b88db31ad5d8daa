import type {
  DatabaseFacts,
  DeclaredFacts,
  DomainMap,
  SourcePlace,
  Table,
  Tier,
  TreeFacts,
} from "@domain-isolation/model";
import { nameInWords, ownerOf } from "../schema-words.js";

/** A table of which models and migrations say different things. */
export interface Drift {
  readonly messageId: "missing" | "undeclared" | "different";
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
      const tree = treeOf(domain, tables, databases.trees);
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
  trees: readonly TreeFacts[],
): TreeFacts | null {
  const names = new Set(tables.map(nameInWords));
  const common = ({ schema }: TreeFacts) =>
    schema.tables.filter((table) => names.has(nameInWords(table))).length;
  const own = trees.filter((tree) => tree.domain === domain && common(tree) > 0);
  return own.toSorted((a, b) => common(b) - common(a))[0] ?? null;
}

function compare(
  tables: readonly Table[],
  tree: TreeFacts,
  { files, source }: DeclaredFacts,
  databases: DatabaseFacts,
  map: DomainMap,
): readonly Drift[] {
  const { domain: from, schema, opaque } = tree;
  const made = new Map(schema.tables.map((table) => [nameInWords(table), table]));
  const common = { from, source, tier: "linked" } as const;
  const declared = new Set(tables.map(nameInWords));
  const left = schema.tables.filter(
    (table) => isOf(table, from, map) && !declared.has(nameInWords(table)) && files.length > 0,
  );
  return [
    ...tables.flatMap((table): readonly Drift[] => {
      const other = made.get(nameInWords(table));
      const base = { ...common, table, at: table.definedAt };
      // Where migrations aren't read whole, what is missing may stand in what wasn't read.
      if (!other) {
        return opaque.length > 0 ? [] : [{ ...base, messageId: "missing", differences: "" }];
      }
      const found = databases.differences(table, other);
      if (found.length === 0) return [];
      return [{ ...base, messageId: "different", differences: found.slice(0, 3).join("; ") }];
    }),
    ...left.map((table): Drift => {
      return { ...common, table, at: table.definedAt, messageId: "undeclared", differences: "" };
    }),
  ];
}
