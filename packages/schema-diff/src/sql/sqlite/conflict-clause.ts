import type { StatementReader } from "../tokens/statement-reader.js";

/** `ON CONFLICT IGNORE`: what a constraint does with rows that break it, no part of the schema. */
export function takeConflictClause(reader: StatementReader): void {
  if (!reader.takes("on conflict")) return;
  const action = reader.takesOneOf(["rollback", "abort", "fail", "ignore", "replace"]);
  if (!action) reader.fail("what to do in a conflict");
}
