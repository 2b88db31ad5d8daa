import type {
  Binding,
  DomainMap,
  FactView,
  Ownership,
  ResolvedImport,
} from "@domain-isolation/model";

/** What one name of an import reaches that a domain owns: the first such thing on its way. */
export interface OwnedReach {
  readonly domain: string;
  /** The entry of the map that says so. */
  readonly because: Ownership;
  /** From the import's target to the file of what is owned. */
  readonly path: readonly string[];
  /** That file. */
  readonly file: string;
  /** The exported name, where it has an owner of its own; null where its file decides. */
  readonly symbol: string | null;
  /** The name that leads there; null for an import without names. */
  readonly binding: Binding | null;
  readonly typeOnly: boolean;
}

/** Follows an import through neutral files, shared or unassigned, to what domains own. */
export function ownedReaches(
  fact: ResolvedImport,
  facts: FactView,
  map: DomainMap,
): readonly OwnedReach[] {
  const { target } = fact;
  if (target === null || !mayReachOwned(fact.file, target, facts, map)) return [];
  const bindings = facts.bindings(fact);
  const ways = bindings.length > 0 ? bindings : [null];
  return ways.flatMap((binding) => firstOwned(fact, target, binding, map) ?? []);
}

/** Most imports stay in their domain or lead to neutral files only: they need no linking. */
function mayReachOwned(file: string, target: string, facts: FactView, map: DomainMap): boolean {
  if (map.ownedSymbols(target).length > 0) return true;
  const domain = map.owner(target)?.domain ?? null;
  if (domain !== null) return domain !== map.owner(file)?.domain;
  return facts.origins(target).some((origin) => isOwned(origin, map));
}

function isOwned(file: string, map: DomainMap): boolean {
  const owner = map.owner(file);
  return (owner !== null && owner.domain !== null) || map.ownedSymbols(file).length > 0;
}

function firstOwned(
  fact: ResolvedImport,
  target: string,
  binding: Binding | null,
  map: DomainMap,
): OwnedReach | null {
  const typeOnly = fact.typeOnly || binding?.typeOnly === true;
  const path: string[] = [];
  for (const { file, name } of binding?.path ?? [{ file: target, name: "" }]) {
    path.push(file);
    const ownSymbol = map.symbolOwner(file, name);
    const because = ownSymbol ?? map.owner(file);
    if (!because?.domain) continue;
    const symbol = ownSymbol ? name : null;
    return { domain: because.domain, because, path, file, symbol, binding, typeOnly };
  }
  return null;
}
