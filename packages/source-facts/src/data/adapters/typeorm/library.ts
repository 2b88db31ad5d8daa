import { declaredEntities } from "../class-orm/declared-entities.js";
import type { EntityLibrary } from "../class-orm/entity-library.js";

/** TypeORM's name in facts, and its packages. */
export const library = "typeorm";
export const packages = ["typeorm"] as const;

export const entityLibrary: EntityLibrary = {
  library,
  packages,
  declares:
    /@(?:Entity|ViewEntity|ChildEntity)\b|\bEntitySchema\b|\b(?:namingStrategy|entityPrefix)\s*:/u,
  schemaClass: "target",
};

/** What the files of a repository declare. */
export const entitiesIn = declaredEntities(entityLibrary);
