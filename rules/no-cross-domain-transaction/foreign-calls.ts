import type {
  DomainMap,
  Ownership,
  Tier,
  TransactionCall,
  TransactionFact,
} from "@domain-isolation/model";

/** A call from within a transaction that leads to a repository of another domain. */
export interface ForeignCall {
  readonly call: TransactionCall;
  readonly to: string;
  readonly because: Ownership;
  readonly tier: Tier;
}

export function foreignCalls(
  transactions: readonly TransactionFact[],
  from: string,
  map: DomainMap,
): readonly ForeignCall[] {
  return transactions.flatMap(({ calls, tier }) =>
    calls.flatMap((call) => {
      const because = map.owner(call.target);
      const to = because?.domain ?? null;
      if (because === null || to === null || !map.hasRole(call.target, "repository")) return [];
      return map.mayTouch(from, to, "transactions") ? [] : [{ call, to, because, tier }];
    }),
  );
}
