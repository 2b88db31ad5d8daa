import { parseStatements } from "@domain-isolation/sql";
import { readChanges, replay, sqlFile } from "../../src/index.js";
import type { Catalog } from "./catalog.js";
import { createEngine, type Engine } from "./engine.js";
import { ourCatalog } from "./our-catalog.js";
import { realCatalog } from "./real-catalog.js";

export interface Comparison {
  readonly real: Catalog;
  readonly ours: Catalog;
  /** What SQLite refuses, and what the replay does. */
  readonly refusals: readonly string[];
  readonly problems: readonly string[];
  /** What our reader can't read. */
  readonly opaque: readonly string[];
}

/** Applies scripts of SQL to a real SQLite and to our replay. */
export function compareWithSqlite(
  scripts: readonly string[],
  engine: Engine = createEngine(),
): Comparison {
  try {
    engine.exec("PRAGMA foreign_keys = OFF");
    const refusals = scripts.flatMap((script) => refusalsOf(engine, script));
    const changes = scripts.flatMap((script, index) =>
      readChanges(sqlFile(`${String(index)}.sql`, script, "sqlite")),
    );
    const { schema, problems } = replay(changes, "sqlite");
    return {
      real: realCatalog(engine.ask),
      ours: ourCatalog(schema),
      refusals,
      problems: problems.map(({ message }) => message),
      opaque: changes.flatMap((change) => (change.kind === "opaque" ? [change.reason] : [])),
    };
  } finally {
    engine.close();
  }
}

/** One statement after the other, for what is refused keeps nothing else from being made. */
function refusalsOf(engine: Engine, script: string): readonly string[] {
  return parseStatements(script, "sqlite").flatMap(({ start, end }) => {
    const statement = script.slice(start, end);
    try {
      engine.exec(statement);
      return [];
    } catch (error) {
      return [`${String(error)}: ${statement}`];
    }
  });
}
