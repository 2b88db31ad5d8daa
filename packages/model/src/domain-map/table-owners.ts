import type { MapSource } from "../map-source.js";
import type { DomainMap, Ownership, TableName, TableOwner } from "./domain-map.js";
import { compareSpecificity, type Specificity } from "./specificity.js";
import { claimStrength, ranks, tableClaims, type TableClaim } from "./table-claims.js";

/** Answers who owns a table: docs/domain-map.md tells how the claims on it are compared. */
export function createTableOwners(source: MapSource): DomainMap["tableOwner"] {
  let claims: readonly TableClaim[] | null = null;
  const known = new Map<string, TableOwner>();
  return (table, askedBy) => {
    const { name, schema, entity } = table;
    const key = JSON.stringify([name, schema, entity, askedBy]);
    const before = known.get(key);
    if (before) return before;
    claims ??= tableClaims(source);
    const owner = decide(strongestClaims(claims, table, askedBy), askedBy, source);
    known.set(key, owner);
    return owner;
  };
}

/** All entries of a map that are about a table, the more specific ones first. */
export function claimsOnTable(
  source: MapSource,
  table: TableName,
  askedBy: string | null,
): readonly Ownership[] {
  return tableClaims(source)
    .filter(({ rank }) => rank !== ranks.internal)
    .flatMap((claim) => {
      const strength = claimStrength(claim, table, askedBy);
      return strength === null ? [] : [{ claim, strength }];
    })
    .sort((a, b) => compareSpecificity(b.strength, a.strength))
    .map(({ claim }) => claim);
}

interface Contender {
  readonly claim: TableClaim;
  readonly strength: Specificity;
}

function strongestClaims(
  claims: readonly TableClaim[],
  table: TableName,
  askedBy: string | null,
): readonly TableClaim[] {
  let strongest: Contender[] = [];
  for (const claim of claims) {
    const strength = claimStrength(claim, table, askedBy);
    if (strength === null) continue;
    const [best] = strongest;
    const order = best ? compareSpecificity(strength, best.strength) : 1;
    if (order > 0) strongest = [{ claim, strength }];
    else if (order === 0) strongest.push({ claim, strength });
  }
  return strongest.map(({ claim }) => claim);
}

/** In a domain's own code a name is that of its own table, unless another is in the same database. */
function decide(
  strongest: readonly TableClaim[],
  askedBy: string | null,
  source: MapSource,
): TableOwner {
  const owners = strongest.filter(
    ({ domain }, index) => strongest.findIndex((claim) => claim.domain === domain) === index,
  );
  const [first] = owners;
  if (!first) return { kind: "unowned" };
  if (first.rank === ranks.internal) return { kind: "internal" };
  const own = owners.find(({ domain }) => domain !== null && domain === askedBy);
  const isOwn = own && !owners.some((other) => isRival(own, other, source));
  if (!isOwn && owners.length > 1) return { kind: "ambiguous", claims: owners };
  const claim = isOwn ? own : first;
  const { domain } = claim;
  return domain === null ? { kind: "shared", claim } : { kind: "owned", domain, claim };
}

/** Whether the table that another claims must be the same: it is in this database too. */
function isRival(own: TableClaim, other: TableClaim, { domains }: MapSource): boolean {
  if (other.domain === own.domain) return false;
  if (other.domain === null) return true;
  const database = domains[own.domain ?? ""]?.database;
  return database !== undefined && database.url === domains[other.domain]?.database?.url;
}
