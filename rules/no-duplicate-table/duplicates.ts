import type {
  DatabaseFacts,
  Dialect,
  DomainMap,
  Ownership,
  Table,
  TreeFacts,
} from "@domain-isolation/model";
import { nameInWords, ownerOf } from "../schema-words.js";

/** A table that the migrations of two domains create. */
export interface Duplicate {
  /** The definition of the domain that doesn't own it; of the later domain where nobody does. */
  readonly table: Table;
  readonly twin: Table;
  readonly dialect: Dialect;
  readonly from: string;
  readonly to: string;
  readonly owner: string | null;
  readonly because: Ownership | null;
}

export function duplicates({ trees }: DatabaseFacts, map: DomainMap): readonly Duplicate[] {
  const first = new Map<string, { readonly tree: TreeFacts; readonly table: Table }>();
  const found = new Map<string, Duplicate>();
  for (const tree of trees) {
    for (const table of tree.schema.tables) {
      const name = nameInWords(table);
      const before = first.get(name);
      if (!before) first.set(name, { tree, table });
      else if (before.tree.domain !== tree.domain) {
        const duplicate = judge(before, { tree, table }, map);
        const key = `${name} ${before.tree.domain} ${tree.domain}`;
        if (duplicate && !found.has(key)) found.set(key, duplicate);
      }
    }
  }
  return [...found.values()];
}

interface Made {
  readonly tree: TreeFacts;
  readonly table: Table;
}

/** Fine where each domain has its own, or where the table is shared or a tool's. */
function judge(a: Made, b: Made, map: DomainMap): Duplicate | null {
  const [ownerA, ownerB] = [a, b].map(({ tree, table }) => ownerOf(table, tree.domain, map));
  if (!ownerA || !ownerB || isFine(ownerA) || isFine(ownerB)) return null;
  const owned = [ownerA, ownerB].find((each) => each.kind === "owned");
  if (!owned) return made(b, a, null, null);
  const isOwnA = ownerA.kind === "owned" && ownerA.domain === a.tree.domain;
  const isOwnB = ownerB.kind === "owned" && ownerB.domain === b.tree.domain;
  if (isOwnA && isOwnB) return null;
  return isOwnA ? made(b, a, owned.domain, owned.claim) : made(a, b, owned.domain, owned.claim);
}

function isFine({ kind }: ReturnType<DomainMap["tableOwner"]>): boolean {
  return kind === "shared" || kind === "internal";
}

function made(here: Made, there: Made, owner: string | null, because: Ownership | null): Duplicate {
  return {
    table: here.table,
    twin: there.table,
    dialect: here.tree.dialect,
    from: here.tree.domain,
    to: there.tree.domain,
    owner,
    because,
  };
}
