import type { StatementReader } from "../tokens/statement-reader.js";

/** What stands behind `DEFAULT`; null for `NULL`, which the catalog doesn't tell from none. */
export function defaultValue(reader: StatementReader): string | null {
  if (reader.takes("null")) return null;
  if (reader.sees("(")) return reader.expression().text;
  const { start, token } = reader;
  if (!token || reader.sees(",") || reader.sees(")")) return reader.fail("a value");
  // `_utf8mb4'text'`
  const hasIntroducer = reader.word().startsWith("_");
  reader.takesOneOf(["+", "-"]);
  reader.skip();
  if (hasIntroducer && reader.token?.kind === "string") reader.skip();
  if (reader.sees("(")) reader.parenthesized();
  return reader.stretchFrom(start).text;
}
