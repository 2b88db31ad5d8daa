import { createHash } from "node:crypto";

/** How many digits of the hash TypeORM keeps behind each prefix. */
const lengths = { PK_: 27, UQ_: 27, FK_: 27, IDX_: 26, CHK_: 26 } as const;

/** The name of a key or an index that nobody gives one: TypeORM's `DefaultNamingStrategy`. */
export function defaultName(
  prefix: keyof typeof lengths,
  table: string,
  columns: readonly string[],
  where?: string | null,
): string {
  const name = table.split(".").at(-1) ?? table;
  const key = `${name}_${columns.toSorted().join("_")}${where ? `_${where}` : ""}`;
  return hashed(prefix, key);
}

export function checkName(table: string, expression: string): string {
  return hashed("CHK_", `${table.split(".").at(-1) ?? table}_${expression}`);
}

function hashed(prefix: keyof typeof lengths, key: string): string {
  return prefix + createHash("sha1").update(key).digest("hex").slice(0, lengths[prefix]);
}
