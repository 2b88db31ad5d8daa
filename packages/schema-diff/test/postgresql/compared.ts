import { parseStatements } from "@domain-isolation/sql";
import { readChanges, replay, sqlFile, type Change } from "../../src/index.js";
import { withoutClientLines } from "../../src/sql/postgresql/client-lines.js";
import type { Database } from "./database.js";
import { schemaLines } from "./schema-lines.js";

interface Compared {
  /** What only the real database (`-`) or only the replay (`+`) has, or refuses. */
  readonly differences: readonly string[];
  /** Why the real database refused what it refused. */
  readonly reasons: readonly string[];
}

/**
 * Runs a history in a real database and in ours. Each statement is judged after those that were taken
 * before it, as a refused one changes nothing in a real database.
 */
export async function compared(sql: string, database: Database): Promise<Compared> {
  await database.clear();
  const text = withoutClientLines(sql);
  const reasons: string[] = [];
  const differences: string[] = [];
  let taken = "";
  for (const { start, end } of parseStatements(text, "postgresql")) {
    const statement = `${text.slice(start, end)};\n`;
    const refusal = /^COPY\b/iu.test(statement) ? null : await database.run(statement);
    const problem = problemOf(statement, taken);
    if (refusal === null) taken += statement;
    else reasons.push(`${statement}  ${refusal}`);
    if ((refusal === null) !== (problem === null)) {
      differences.push(`${statement}  real: ${refusal ?? "taken"}, replay: ${problem ?? "taken"}`);
    }
  }
  const real = schemaLines(await database.catalog());
  const replayed = schemaLines(replay(changesOf(taken), "postgresql").schema);
  return { differences: [...differences, ...differing(real, replayed)], reasons };
}

function changesOf(sql: string): readonly Change[] {
  return readChanges(sqlFile("history.sql", sql, "postgresql"));
}

/** What the replay says of a statement behind others; what isn't read is a problem too. */
function problemOf(statement: string, before: string): string | null {
  const changes = changesOf(before + statement);
  const { problems } = replay(changes, "postgresql");
  const unread = changes.flatMap((change) =>
    change.kind === "opaque" ? [{ at: change.at, message: change.reason }] : [],
  );
  const own = [...problems, ...unread].find(({ at }) => at.span.start >= before.length);
  return own?.message ?? null;
}

function differing(real: readonly string[], replayed: readonly string[]): readonly string[] {
  return [
    ...real.filter((line) => !replayed.includes(line)).map((line) => `- ${line}`),
    ...replayed.filter((line) => !real.includes(line)).map((line) => `+ ${line}`),
  ];
}
