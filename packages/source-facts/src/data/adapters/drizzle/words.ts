import type { DataWorld } from "../../modules.js";

const alternatives = [
  // Files that declare tables, or that build conditions.
  String.raw`\bdrizzle-orm\b`,
  String.raw`[tT]able\w*\s*\(\s*["'\x60]`,
  // Statements of files that need no condition.
  String.raw`(?<!\b(?:Array|Buffer|Object|String))\s*\.\s*from\s*\(\s*[\w$]`,
  String.raw`\.\s*insert\s*\([^()]*\)\s*\.\s*(?:values|select)\b`,
  String.raw`\.\s*update\s*\([^()]*\)\s*\.\s*set\b`,
  String.raw`\.\s*delete\s*\(\s*[\w$.]+\s*\)\s*(?:\.\s*(?:where|returning)\b|;)`,
  String.raw`\.\s*_?query\s*(?:\.\s*\w+|\[[^\]]*\])\s*\.\s*find(?:Many|First)\b`,
  String.raw`\.\s*(?:execute|run|all|get|values)\s*(?:<[^;(]*>)?\s*\(\s*sql\b`,
  String.raw`\$count\b|\$with\b|\brefreshMaterializedView\b`,
  String.raw`\.\s*transaction\s*\(\s*(?:async\b|\(|\w+\s*=>)`,
];

/** What a file of a repository that has Drizzle must hold to touch a database with it. */
export function drizzleWords({ uses }: DataWorld): string | null {
  return uses("drizzle-orm") ? alternatives.join("|") : null;
}
