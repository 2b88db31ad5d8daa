import type {
  DataFacts,
  DomainMap,
  Ownership,
  Span,
  TableName,
  Tier,
} from "@domain-isolation/model";
import { qualifiedName } from "../table-words.js";

/** A table that several may own, where a file declares it or touches it first. */
export interface AmbiguousTable {
  readonly table: TableName;
  readonly span: Span;
  readonly tier: Tier;
  readonly claims: readonly Ownership[];
}

type PlacedTable = Omit<AmbiguousTable, "claims">;

/** Whose a schema is doesn't count; what code of nobody touches is not judged. */
export function ambiguousTables(
  file: string,
  facts: DataFacts,
  map: DomainMap,
): readonly AmbiguousTable[] {
  const owner = map.owner(file);
  const found = new Map<string, AmbiguousTable>();
  for (const placed of [...declared(facts), ...(owner ? touched(facts) : [])]) {
    const whose = map.tableOwner(placed.table, owner?.domain ?? null);
    const name = qualifiedName(placed.table);
    if (whose.kind !== "ambiguous" || found.has(name)) continue;
    found.set(name, { ...placed, claims: whose.claims });
  }
  return [...found.values()];
}

function declared({ entities }: DataFacts): readonly PlacedTable[] {
  return entities.map(({ name: entity, table: name, schema, span, tier }) => ({
    table: { name, schema, entity },
    span,
    tier,
  }));
}

function touched({ statements }: DataFacts): readonly PlacedTable[] {
  return statements.flatMap(({ tables, tier }) =>
    tables.map((table) => ({ table, span: table.span, tier })),
  );
}
