import type {
  DomainMap,
  EntityFact,
  EntityRelation,
  Ownership,
  TableName,
} from "@domain-isolation/model";

/** A relation between entities of two domains; its two tables, and whose they are. */
export interface ForeignRelation {
  readonly relation: EntityRelation;
  readonly table: TableName;
  readonly target: TableName;
  readonly from: string;
  readonly to: string;
  readonly because: Ownership;
}

/** Who owns the file doesn't count: one schema may hold the entities of every domain. */
export function foreignRelations(
  { file, name: entity, table: name, schema, relations }: EntityFact,
  map: DomainMap,
): readonly ForeignRelation[] {
  const table: TableName = { name, schema, entity };
  const owner = map.tableOwner(table, map.owner(file)?.domain ?? null);
  if (owner.kind !== "owned") return [];
  const from = owner.domain;
  return relations.flatMap((relation) => {
    const target: TableName = { ...relation, name: relation.table };
    const other = map.tableOwner(target, from);
    if (other.kind !== "owned" || map.mayTouch(from, other.domain, "relations")) return [];
    return [{ relation, table, target, from, to: other.domain, because: other.claim }];
  });
}
