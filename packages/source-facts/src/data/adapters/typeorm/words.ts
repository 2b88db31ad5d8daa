import type { DataWorld } from "../../modules.js";

/** What a file holds that declares entities, or sends something. */
const telling = [
  String.raw`["'](?:@nestjs/)?typeorm\b`,
  String.raw`Repository\b`,
  String.raw`\.\s*(?:getRepository|createQueryBuilder|leftJoin|innerJoin|setFindOptions|findOneBy|findOneOrFail|findOneByOrFail|findAndCount|softDelete|softRemove)\b`,
  String.raw`\.\s*(?:getMany|getOne|getRawMany|getRawOne)\s*\(`,
  String.raw`\.\s*(?:save|remove|reload)\(\s*\)`,
  String.raw`\.\s*query\s*[(<]`,
  String.raw`[(,]\s*\p{Lu}\w*\s*(?:as\s|[,)])`,
  String.raw`\b\p{Lu}\w+\s*\.\s*(?:find|count|exists?|save|insert|update|upsert|delete|remove|clear|query)\b`,
].join("|");

export function typeormWords({ uses }: DataWorld): string | null {
  return uses("typeorm") ? telling : null;
}
