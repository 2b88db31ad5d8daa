/** `ProductVariant` as TypeORM writes it: https://github.com/typeorm/typeorm/blob/master/src/util/StringUtils.ts */
export function snakeCase(name: string): string {
  return name
    .replaceAll(/([A-Z])([A-Z])([a-z])/gu, "$1_$2$3")
    .replaceAll(/([a-z0-9])([A-Z])/gu, "$1_$2")
    .toLowerCase();
}
