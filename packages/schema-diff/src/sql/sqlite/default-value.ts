import type { StatementReader } from "../tokens/statement-reader.js";

/** What stands behind `DEFAULT`, as `PRAGMA table_info` shows it: without outer parentheses. */
export function defaultValue(reader: StatementReader): string {
  if (reader.sees("(")) return reader.expression().text;
  const { start } = reader;
  reader.takesOneOf(["+", "-"]);
  if (reader.isAtEnd || reader.sees(",") || reader.sees(")")) reader.fail("a value");
  reader.skip();
  return reader.stretchFrom(start).text;
}
