import type { Dialect } from "@domain-isolation/model";
import { knex, type Knex } from "knex";
import { Database } from "node-sqlite3-wasm";

const clients = { postgresql: "pg", sqlite: "sqlite3", mysql: "mysql2" } as const;

/** Knex itself, and the statements that it has sent. In SQLite they run, because it asks first. */
export function recordedKnex(dialect: Dialect): {
  readonly db: Knex;
  readonly statements: readonly string[];
} {
  const statements: string[] = [];
  const db = knex({ client: clients[dialect], useNullAsDefault: true });
  const connection = dialect === "sqlite" ? sqliteConnection(statements) : recording(statements);
  const client: unknown = db.client;
  if (typeof client === "object" && client !== null) {
    Object.assign(client, {
      acquireConnection: () => Promise.resolve(connection),
      releaseConnection: () => Promise.resolve(),
    });
  }
  return { db, statements };
}

interface Sent {
  readonly text?: string;
  readonly sql?: string;
  readonly values?: readonly unknown[];
}

type Answer = (error: null, result: unknown, fields: unknown) => void;

/** As the drivers of PostgreSQL and MySQL are called: the latter is given what is bound apart. */
function recording(statements: string[]) {
  return {
    query: (sent: Sent, ...rest: readonly [Answer] | readonly [readonly unknown[], Answer]) => {
      const [first, second] = rest;
      const isApart = second !== undefined;
      const values = isApart ? first : (sent.values ?? []);
      const answer = second ?? first;
      statements.push(filled(sent.text ?? sent.sql ?? "", Array.isArray(values) ? values : []));
      if (typeof answer === "function")
        answer(null, Object.assign(asked(sent.sql ?? ""), { rows: [], rowCount: 0 }), []);
    },
  };
}

/** MySQL's own answer before a column of the fixture is renamed. */
function asked(sql: string): object[] {
  const field = { Field: "name", Type: "varchar(255)", Null: "YES", Default: null, Extra: "" };
  return sql.startsWith("show full fields") ? [field] : [];
}

type Done = (this: unknown, error: unknown, rows?: unknown) => void;

function sqliteConnection(statements: string[]) {
  const database = new Database();
  const run = (sql: string, bindings: readonly unknown[] | undefined, done: Done) => {
    const text = filled(sql, bindings ?? []);
    statements.push(text);
    try {
      done.call({ changes: 0 }, null, database.all(text));
    } catch (error) {
      done.call({}, error);
    }
  };
  return { all: run, run };
}

/** What is bound stands in the text. */
function filled(sql: string, values: readonly unknown[]): string {
  let index = 0;
  return sql.replaceAll(/\$\d+|\?/gu, () => literal(values[index++]));
}

function literal(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : "NULL";
}
