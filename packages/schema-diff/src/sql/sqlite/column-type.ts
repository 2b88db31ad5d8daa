import type { StatementReader } from "../tokens/statement-reader.js";

const endsType = new Set([
  ...["constraint", "primary", "not", "null", "unique", "check", "default", "collate"],
  ...["references", "generated", "as", "deferrable"],
]);

/** The words of a type, as they were written, with what stands in parentheses; empty where none is. */
export function columnType(reader: StatementReader): string {
  const { start } = reader;
  while (!reader.isAtEnd && !endsType.has(reader.word()) && reader.takesName()) continue;
  if (reader.start === start) return "";
  const { text } = reader.stretchFrom(start);
  // SQLite takes the quotes away from a type that is one name.
  if (!reader.sees("("))
    return /^(?:'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\])$/u.test(text) ? text.slice(1, -1) : text;
  reader.parenthesized();
  return reader.stretchFrom(start).text;
}
