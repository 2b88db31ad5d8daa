import type { DataWorld } from "../../modules.js";

const alternatives = [
  String.raw`\b(?:selectFrom|insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\b`,
  String.raw`["']kysely["'/]`,
  // Types of databases, which need no more than the names of their tables.
  String.raw`\b(?:interface|type)\s+\w*(?:DB|Db|Database|Tables)\b`,
  String.raw`\.\s*(?:transaction|startTransaction)\s*\(\s*\)`,
  String.raw`\.\s*schema\s*\.\s*(?:create|alter|drop)[A-Z]\w*\s*\(`,
];

/** What a file of a repository that has Kysely must hold to touch a database with it. */
export function kyselyWords({ uses }: DataWorld): string | null {
  return uses("kysely") ? alternatives.join("|") : null;
}
