import type { Entity, RelationTarget } from "../../values/value.js";

/** The relations on a path, in their order, and whether all of it was found: `lines.product`. */
export interface RelationPath {
  readonly relations: readonly RelationTarget[];
  readonly isWhole: boolean;
}

/** Follows a path from an entity; a part of it may be of an embedded object: `address.country`. */
export function relationPath(entity: Entity, path: string): RelationPath {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length--) {
    const relation = entity.relations().get(parts.slice(0, length).join("."));
    if (!relation) continue;
    if (length === parts.length) return { relations: [relation], isWhole: true };
    const rest = relation.entity && relationPath(relation.entity, parts.slice(length).join("."));
    return {
      relations: [relation, ...(rest?.relations ?? [])],
      isWhole: rest?.isWhole === true,
    };
  }
  return { relations: [], isWhole: false };
}

/** Whether relations begin with that name: of an embedded object. */
export function isEmbedded(entity: Entity, name: string): boolean {
  return [...entity.relations().keys()].some((key) => key.startsWith(`${name}.`));
}
