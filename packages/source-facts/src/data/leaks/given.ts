import type { Entity } from "../values/value.js";

/** What an expression, a type or a function gives, as far as entities are concerned. */
export interface Given {
  /** Those of which it gives whole rows. */
  readonly entities: readonly Entity[];
  /** What else it gives can't be told. */
  readonly isOpen: boolean;
  /** Only types say so. */
  readonly byType: boolean;
}

/** Something else than an entity. */
export const plain: Given = { entities: [], isOpen: false, byType: false };

/** Something of which nothing is known. */
export const open: Given = { entities: [], isOpen: true, byType: false };

export function rowsOf(entity: Entity | null): Given {
  return entity ? { ...plain, entities: [entity] } : plain;
}

/** One or another of these, or all of them. */
export function together(parts: readonly Given[]): Given {
  return {
    entities: [...new Set(parts.flatMap(({ entities }) => entities))],
    isOpen: parts.some(({ isOpen }) => isOpen),
    byType: parts.some(({ byType }) => byType),
  };
}
