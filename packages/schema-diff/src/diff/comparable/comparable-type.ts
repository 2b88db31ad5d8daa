import type { Dialect } from "@domain-isolation/model";

/** A type as a text that is the same for all types that are the same to the database. */
export function comparableType(type: string, dialect: Dialect): string {
  const lower = type.toLowerCase().replaceAll(/\s+/gu, " ").trim();
  if (dialect === "sqlite") return affinity(lower);
  return dialect === "mysql" ? mysqlType(type, lower) : lower;
}

/** https://www.sqlite.org/datatype3.html#determination_of_column_affinity */
function affinity(type: string): string {
  if (type.includes("int")) return "integer";
  if (/char|clob|text/u.test(type)) return "text";
  if (type === "" || type.includes("blob")) return "blob";
  return /real|floa|doub/u.test(type) ? "real" : "numeric";
}

/** How wide numbers are shown is no difference; nor is the order of an enum's values. */
function mysqlType(type: string, lower: string): string {
  const values = /^(?:enum|set)\((.*)\)$/isu.exec(type)?.[1];
  if (values !== undefined) {
    const items = values.match(/'(?:''|\\.|[^'\\])*'/gu) ?? [];
    return `${lower.slice(0, lower.indexOf("("))}(${items.toSorted().join(",")})`;
  }
  if (lower === "tinyint(1)") return lower;
  return lower.replace(/^((?:tiny|small|medium|big)?int)\(\d+\)/u, "$1");
}
