import type { Entity, RelationTarget } from "../../values/value.js";
import type { DeclaredEntities } from "./declared-entities.js";

/** The relations on a path, in their order, and whether all of it was found: `lines.product`. */
export interface RelationPath {
  readonly relations: readonly RelationTarget[];
  readonly isWhole: boolean;
}

/** Follows a path from an entity; a part of it may be of an embedded object: `address.country`. */
export function relationPath(
  entity: Entity,
  path: string,
  entities: DeclaredEntities,
): RelationPath {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length--) {
    const relation = relationNamed(entity, parts.slice(0, length).join("."), entities);
    if (!relation) continue;
    if (length === parts.length) return { relations: [relation], isWhole: true };
    const rest = parts.slice(length).join(".");
    const behind = relation.entity && relationPath(relation.entity, rest, entities);
    return {
      relations: [relation, ...(behind?.relations ?? [])],
      isWhole: behind?.isWhole === true,
    };
  }
  return { relations: [], isWhole: false };
}

/** A relation of an entity, or of one of the classes that share its table. */
export function relationNamed(
  entity: Entity,
  name: string,
  entities: DeclaredEntities,
): RelationTarget | null {
  const own = entity.relations().get(name);
  if (own) return own;
  return entities.sharing(entity).flatMap((each) => each.relations().get(name) ?? [])[0] ?? null;
}

/** Whether relations begin with that name: of an embedded object. */
export function isEmbedded(entity: Entity, name: string): boolean {
  return [...entity.relations().keys()].some((key) => key.startsWith(`${name}.`));
}
