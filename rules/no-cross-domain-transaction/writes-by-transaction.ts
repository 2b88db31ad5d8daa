import type { DomainMap, StatementFact } from "@domain-isolation/model";
import { ownedUses, type OwnedUse } from "../owned-uses.js";

/** What each transaction of a file writes and locks of domains, in the order of the text. */
export function writesByTransaction(
  statements: readonly StatementFact[],
  map: DomainMap,
): readonly (readonly OwnedUse[])[] {
  const transactions = new Map<string, OwnedUse[]>();
  for (const statement of statements) {
    const { transaction } = statement;
    if (transaction === null) continue;
    const writes = transactions.get(transaction) ?? [];
    transactions.set(transaction, writes);
    writes.push(...ownedUses(statement, map).filter(({ use }) => use.access !== "read"));
  }
  return [...transactions.values()];
}
