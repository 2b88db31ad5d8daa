import type { Dialect } from "@domain-isolation/model";

type Suffix = "pkey" | "key" | "idx" | "fkey";

/** How long a name may be: https://www.postgresql.org/docs/current/limits.html, and MySQL's manual. */
const longest: Readonly<Record<Dialect, number>> = {
  postgresql: 63,
  mysql: 64,
  sqlite: Number.POSITIVE_INFINITY,
};

/** `User_email_key`: as Prisma names what has no name, cut before the suffix where it is too long. */
export function constraintName(
  table: string,
  columns: readonly string[],
  suffix: Suffix,
  dialect: Dialect,
): string {
  const joined = [table, ...columns].join("_");
  return `${joined.slice(0, longest[dialect] - suffix.length - 1)}_${suffix}`;
}
