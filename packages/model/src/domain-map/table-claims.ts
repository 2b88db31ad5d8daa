import type { MapPath, MapSource } from "../map-source.js";
import type { Ownership, TableName } from "./domain-map.js";
import { internalTables } from "./internal-tables.js";
import { compilePattern, type Pattern } from "./pattern.js";
import type { Specificity } from "./specificity.js";

/** Where two claims are as specific otherwise, the greater one wins. */
export const ranks = { internal: 0, entity: 1, table: 2 } as const;
type Rank = (typeof ranks)[keyof typeof ranks];

/** An entry of `tables` or `entities`, or a table that is nobody's by convention. */
export interface TableClaim extends Ownership {
  readonly rank: Rank;
  readonly exact: Pattern;
  /** In small letters, for names that differ in nothing else. */
  readonly folded: Pattern;
  /** Without its schema: what the owner's own code may mean by a bare name. Null without one. */
  readonly bare: Pattern | null;
}

export function tableClaims(source: MapSource): readonly TableClaim[] {
  const owned = Object.entries(source.domains).flatMap(([domain, { tables, entities }]) => [
    ...claimsOn(ranks.table, tables, domain, ["domains", domain, "tables"]),
    ...claimsOn(ranks.entity, entities, domain, ["domains", domain, "entities"]),
  ]);
  return [
    ...claimsOn(ranks.table, source.shared?.tables, null, ["shared", "tables"]),
    ...owned,
    ...claimsOn(ranks.internal, internalTables, null, []),
  ];
}

/** A schema is to a table what a folder is to a file; without one, it is the table of any schema. */
export function compileTablePattern(pattern: string): Pattern {
  return compilePattern(pattern.includes(".") ? pattern.replace(".", "/") : `**/${pattern}`);
}

function claimsOn(
  rank: Rank,
  patterns: readonly string[] | undefined,
  domain: string | null,
  path: MapPath,
): readonly TableClaim[] {
  return (patterns ?? []).map((pattern, index) => {
    const dot = pattern.indexOf(".");
    return {
      domain,
      pattern,
      path: [...path, index],
      rank,
      exact: compileTablePattern(pattern),
      folded: compileTablePattern(pattern.toLowerCase()),
      bare: dot < 0 ? null : compileTablePattern(pattern.slice(dot + 1)),
    };
  });
}

/** How strong a claim on a table is, seen from a domain's code; null where it doesn't hold. */
export function claimStrength(
  { rank, domain, exact, folded, bare }: TableClaim,
  { name, schema, entity }: TableName,
  askedBy: string | null,
): Specificity | null {
  // The names of code are never folded: `Seat` and `seat` are two things.
  if (rank === ranks.entity) return strength(exact, entity === null ? [] : [entity], [1, rank]);
  const paths = pathsOf(name, schema);
  const isAtHome = domain !== null && domain === askedBy;
  const small = paths.map((path) => path.toLowerCase());
  return (
    strength(exact, paths, [1, rank]) ??
    (isAtHome && bare && schema === null ? strength(bare, [name], [1, rank]) : null) ??
    strength(folded, small, [0, rank])
  );
}

/** A bare name is looked for in the schema that PostgreSQL or SQLite takes if none is written. */
function pathsOf(name: string, schema: string | null): readonly string[] {
  return schema === null ? [name, `public/${name}`, `main/${name}`] : [`${schema}/${name}`];
}

function strength(
  pattern: Pattern,
  paths: readonly string[],
  rest: Specificity,
): Specificity | null {
  for (const path of paths) {
    const specificity = pattern.specificityFor(path);
    if (specificity) return [...specificity, ...rest];
  }
  return null;
}
