import type {
  DomainMap,
  Ownership,
  StatementFact,
  TableAccess,
  TableUse,
} from "@domain-isolation/model";
import { qualifiedName, tablesInWords } from "./table-words.js";

/** A table that a statement touches and a domain owns. */
export interface OwnedUse {
  readonly use: TableUse;
  readonly domain: string;
  /** The entry of the map that says so. */
  readonly because: Ownership;
  readonly statement: StatementFact;
}

export type OwnedUses = readonly [OwnedUse, ...OwnedUse[]];

/** What a statement touches of domains; shared tables, and those of nobody, are no crossing. */
export function ownedUses(statement: StatementFact, map: DomainMap): readonly OwnedUse[] {
  const askedBy = map.owner(statement.file)?.domain ?? null;
  return statement.tables.flatMap((use) => {
    const owner = map.tableOwner(use, askedBy);
    if (owner.kind !== "owned") return [];
    return [{ use, domain: owner.domain, because: owner.claim, statement }];
  });
}

const strength: Readonly<Record<TableAccess, number>> = { read: 0, lock: 1, write: 2 };

/**
 * What the statements of a file touch of domains, each table once at each place: several statements
 * may take one condition from one constant. Of what they do with it, the strongest counts.
 */
export function placedUses(
  statements: readonly StatementFact[],
  map: DomainMap,
): readonly OwnedUse[] {
  const places = new Map<string, OwnedUse>();
  for (const owned of statements.flatMap((statement) => ownedUses(statement, map))) {
    const { use } = owned;
    const key = `${String(use.span.start)} ${qualifiedName(use)}`;
    const before = places.get(key)?.use;
    if (!before || strength[before.access] < strength[use.access]) places.set(key, owned);
  }
  return [...places.values()];
}

/** Whether code of a domain may touch this table as it does. */
export function isPermitted({ use, domain }: OwnedUse, from: string, map: DomainMap): boolean {
  return map.mayTouch(from, domain, use.access === "read" ? "reads" : "writes");
}

/** The domains with what is touched of each, in the order of the text. */
export function byDomain(uses: readonly OwnedUse[]): ReadonlyMap<string, OwnedUses> {
  const groups = new Map<string, OwnedUses>();
  for (const owned of uses) {
    const group = groups.get(owned.domain);
    groups.set(owned.domain, group ? [...group, owned] : [owned]);
  }
  return groups;
}

/** The domain beside whose tables the others stand: the code's own, where it is among them. */
export function homeOf(domains: ReadonlyMap<string, OwnedUses>, from: string): string {
  const [first = from] = domains.keys();
  return domains.has(from) ? from : first;
}

export function wordsOf(uses: readonly OwnedUse[]): string {
  return tablesInWords(uses.map(({ use }) => use));
}

/** For a finding's identity: sorted, each once. */
export function namesOf(uses: readonly OwnedUse[]): readonly string[] {
  return [...new Set(uses.map(({ use }) => qualifiedName(use)))].sort();
}
