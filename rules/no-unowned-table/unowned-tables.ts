import type {
  DataFacts,
  DomainMap,
  ProjectView,
  Span,
  TableName,
  Tier,
  TreeFacts,
} from "@domain-isolation/model";
import { qualifiedName } from "../table-words.js";

/** A table where it is declared or touched. */
export interface PlacedTable {
  readonly table: TableName;
  readonly file: string;
  readonly span: Span;
  readonly tier: Tier;
}

/**
 * Each table of nobody, at its declaration where there is one, or else where it is touched first: what
 * is missing is one line of the map. A map without any tables has not come that far.
 */
export function unownedTables(project: ProjectView, map: DomainMap): readonly PlacedTable[] {
  if (!namesTables(map)) return [];
  const files = [...project.files, ...project.schemas].filter((file) => !map.hasRole(file, "test"));
  const facts = files.map((file) => project.data(file));
  const found = new Map<string, PlacedTable>();
  const made = project.databases.trees.flatMap(madeBy);
  for (const placed of [...facts.flatMap(declared), ...made, ...facts.flatMap(touched)]) {
    const { table, file } = placed;
    if (map.tableOwner(table, map.owner(file)?.domain ?? null).kind !== "unowned") continue;
    const name = qualifiedName(table);
    if (!found.has(name)) found.set(name, placed);
  }
  return [...found.values()];
}

function namesTables({ source: { domains } }: DomainMap): boolean {
  return Object.values(domains).some(
    ({ tables = [], entities = [] }) => tables.length + entities.length > 0,
  );
}

function declared({ entities }: DataFacts): readonly PlacedTable[] {
  return entities.map(({ name: entity, table: name, schema, file, span, tier }) => ({
    table: { name, schema, entity },
    file,
    span,
    tier,
  }));
}

/** What the migrations of a domain leave. */
function madeBy({ schema }: TreeFacts): readonly PlacedTable[] {
  return schema.tables.map(({ name, schema: inSchema, definedAt }) => ({
    table: { name, schema: inSchema === "public" ? null : inSchema, entity: null },
    ...definedAt,
    tier: "linked",
  }));
}

function touched({ statements }: DataFacts): readonly PlacedTable[] {
  return statements.flatMap(({ tables, file, tier }) =>
    tables.map((table) => ({ table, file, span: table.span, tier })),
  );
}
