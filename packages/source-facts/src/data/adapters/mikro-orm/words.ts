import type { DataWorld } from "../../modules.js";
import { entityNames } from "../class-orm/entity-names.js";
import { entityLibrary } from "./library.js";

/** The packages of which one is there wherever MikroORM is used. */
const mains = [
  ...["core", "postgresql", "mysql", "mariadb", "sqlite", "better-sqlite", "libsql", "mssql"].map(
    (name) => `@mikro-orm/${name}`,
  ),
  "mikro-orm",
];

/** What a file holds that has to do with MikroORM, whatever its entities are called. */
const always = [
  String.raw`["']@?mikro-orm\b`,
  String.raw`Repository\b`,
  String.raw`\b_?em\s*[!?]?\.\s*\w+\s*[(<]`,
  String.raw`\.\s*(?:persist|persistAndFlush|removeAndFlush|nativeInsert|nativeUpdate|nativeDelete|findOneOrFail|getReference|transactional|loadItems|getResultList|getSingleResult)\s*[(<]`,
];

/** Calls of wrappers that only name an entity are looked at too. */
export function mikroOrmWords(world: DataWorld): string | null {
  if (!mains.some(world.uses)) return null;
  const names = entityNames(entityLibrary, world);
  const byEntity = String.raw`[(,]\s*(?:${names.join("|")})\s*(?:as\s|[,)])`;
  return [...always, ...(names.length > 0 ? [byEntity] : [])].join("|");
}
