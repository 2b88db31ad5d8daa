import { declaredEntities } from "../class-orm/declared-entities.js";
import type { EntityLibrary } from "../class-orm/entity-library.js";

/** MikroORM's name in facts; all its packages have one prefix, but for that of its first versions. */
export const library = "mikro-orm";
export const packages = ["@mikro-orm", "mikro-orm"] as const;

export const entityLibrary: EntityLibrary = {
  library,
  packages,
  declares: /@Entity\b|\bEntitySchema\b|\bdefineEntity\b|\bnamingStrategy\s*:/u,
  schemaClass: "class",
};

/** What the files of a repository declare. */
export const entitiesIn = declaredEntities(entityLibrary);
