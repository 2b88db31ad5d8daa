import sqlite from "node-sqlite3-wasm";

export type Row = Readonly<Record<string, unknown>>;
export type Ask = (sql: string, ...values: string[]) => readonly Row[];

/** A real SQLite, with an empty database. */
export interface Engine {
  /** Runs statements; throws what SQLite refuses. */
  exec(sql: string): void;
  readonly ask: Ask;
  close(): void;
}

export function createEngine(): Engine {
  const database = new sqlite.Database(":memory:");
  return {
    exec: (sql) => {
      database.exec(sql);
    },
    ask: (sql, ...values) => database.all(sql, values),
    close: () => {
      database.close();
    },
  };
}
