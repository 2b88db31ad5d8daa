import type { SqlDialect } from "../sql-reading.js";

const quoteOf: Readonly<Record<SqlDialect, string>> = {
  postgresql: '"',
  sqlite: '"',
  mysql: "`",
};

/** A name as it stands between the quotes of a dialect. */
export function escapeName(name: string, dialect: SqlDialect): string {
  return name.replaceAll(quoteOf[dialect], quoteOf[dialect].repeat(2));
}

export function quoteName(name: string, dialect: SqlDialect): string {
  return `${quoteOf[dialect]}${escapeName(name, dialect)}${quoteOf[dialect]}`;
}

/** The name that a token spells, as the database understands it. */
export function nameOf(spelled: string, foldsNames: boolean): string {
  const quote = spelled.charAt(0);
  if (quote === "[") return spelled.slice(1, -1);
  if (quote === '"' || quote === "`") {
    return spelled.slice(1, -1).replaceAll(quote.repeat(2), quote);
  }
  // Like PostgreSQL, which leaves other letters alone.
  return foldsNames ? spelled.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase()) : spelled;
}
