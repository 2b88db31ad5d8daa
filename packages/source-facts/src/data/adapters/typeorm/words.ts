import { entityNames } from "../class-orm/entity-names.js";
import { entityLibrary } from "./library.js";
import type { DataWorld } from "../../modules.js";

/** What a file holds that has to do with TypeORM, whatever its entities are called. */
const always = [
  String.raw`["'](?:@nestjs/)?typeorm\b`,
  String.raw`Repository\b`,
  String.raw`\.\s*(?:getRepository|createQueryBuilder|leftJoin|innerJoin|setFindOptions|findOneBy|findOneOrFail|findOneByOrFail|findAndCount|softDelete|softRemove)\b`,
  String.raw`\.\s*(?:getMany|getOne|getRawMany|getRawOne|getManyAndCount)\s*\(`,
  String.raw`\.\s*(?:save|remove|reload)\(\s*\)`,
  String.raw`(?:[sS]ource|[mM]anager|[cC]onnection|[rR]unner|[rR]epo)\w*\s*[!?]?\.\s*(?:query\s*[(<]|sql\s*\x60)`,
];

/** An entity that is handed to something, or that is asked itself. */
function byEntity(names: readonly string[]): readonly string[] {
  const entity = `(?:${names.join("|")})`;
  return [
    String.raw`[(,]\s*${entity}\s*(?:as\s|[,)])`,
    String.raw`(?:[eE]ntity|[tT]arget|[tT]ype|[mM]odel|[cC]lass)\w*\s*:\s*${entity}\s*(?:as\s|[,}])`,
    String.raw`\b${entity}\s*\.\s*(?:find|count|exists?|save|insert|update|upsert|delete|remove|clear|query)\b`,
  ];
}

/** Calls of wrappers that only name an entity are looked at too. */
export function typeormWords(world: DataWorld): string | null {
  if (!world.uses("typeorm")) return null;
  const names = entityNames(entityLibrary, world);
  return [...always, ...(names.length > 0 ? byEntity(names) : [])].join("|");
}
