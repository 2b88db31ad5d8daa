import type { StatementReader } from "../tokens/statement-reader.js";

const endsType = new Set([
  ...["constraint", "primary", "not", "null", "unique", "check", "default", "collate"],
  ...["references", "generated", "as", "deferrable"],
]);

/** The words of a type, as they were written, with what stands in parentheses; empty where none is. */
export function columnType(reader: StatementReader): string {
  const { start } = reader;
  while (!reader.isAtEnd && !endsType.has(reader.word()) && reader.takesName()) continue;
  if (reader.start === start || !reader.sees("(")) return textSince(reader, start);
  reader.parenthesized();
  return textSince(reader, start);
}

function textSince(reader: StatementReader, start: number): string {
  return reader.end > start ? reader.stretchFrom(start).text : "";
}
