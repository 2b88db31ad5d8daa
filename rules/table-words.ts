import type { TableAccess, TableName, TableUse, TableVia } from "@domain-isolation/model";
import { listInWords } from "./list-in-words.js";

const verbs: Readonly<Record<TableAccess, string>> = {
  read: "reads",
  write: "writes",
  lock: "locks",
};

/** What is said of the ways in which a table is named beside that a statement is about it. */
const verbsBeside: Partial<Record<TableVia, Partial<Record<TableAccess, string>>>> = {
  join: { read: "joins" },
  relation: { read: "follows a relation to", write: "writes, through a relation," },
};

/** What a statement does with a table, for "pool code … `redeem_codes`". */
export function touchVerb({ access, via }: Pick<TableUse, "access" | "via">): string {
  return verbsBeside[via]?.[access] ?? verbs[access];
}

/** "writes" if one of them does, "locks" if one of them does, or else "reads". */
export function strongestVerb(uses: readonly TableUse[]): string {
  const access = (["write", "lock"] as const).find((one) => uses.some((use) => use.access === one));
  return verbs[access ?? "read"];
}

/** "`redeem_codes`"; where the code has another name for it, "`RedeemCode` (table `redeem_codes`)". */
export function tableInWords(table: TableName): string {
  const { entity, name } = table;
  if (entity === null) return `\`${qualifiedName(table)}\``;
  return entity === name ? `\`${name}\`` : `\`${entity}\` (table \`${qualifiedName(table)}\`)`;
}

/** "`seats`, `teams` and 3 more" */
export function tablesInWords(tables: readonly TableName[]): string {
  return listInWords(tables.map(tableInWords));
}

/** As SQL names it: `billing.invoices`. */
export function qualifiedName({ name, schema }: Pick<TableName, "name" | "schema">): string {
  return schema === null ? name : `${schema}.${name}`;
}
