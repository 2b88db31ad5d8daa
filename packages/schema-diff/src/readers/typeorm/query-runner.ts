import type { Place } from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import type { Chain, Step } from "../source-code/chain.js";
import { sentChanges } from "../source-code/embedded-sql.js";
import { textOf } from "../source-code/literals.js";
import { opaque, type Guard, type Receiver, type Run } from "../source-code/run.js";
import { runnerCalls } from "./runner-calls.js";

/** What TypeORM hands to `up` and `down`. */
export const queryRunner: Receiver = { lazy: false, read: readRunner, guard };

const silent = new Set([
  ...["connect", "release", "startTransaction", "commitTransaction", "rollbackTransaction"],
  ...["hasTable", "hasColumn", "getTable", "getTables", "getView", "hasSchema", "hasDatabase"],
  ...["getCurrentSchema", "getCurrentDatabase", "getDatabases", "getSchemas", "getReplicationMode"],
  ...["enableSqlMemory", "disableSqlMemory", "clearSqlMemory", "getMemorySql"],
  ...["connection", "isTransactionActive", "data", "broadcaster", "dataSource"],
]);

function readRunner({ steps, awaited }: Chain, run: Run): readonly Change[] {
  const [first, ...rest] = steps;
  if (awaited > 0 || !first || silent.has(first.name))
    return readConnection(first, rest, awaited, run);
  if (first.name === "manager") return readManager(rest, run);
  if (!first.args) return [];
  const [sql] = first.args;
  if (first.name === "query") return sql ? sentChanges(sql, run) : [];
  const read = runnerCalls[first.name];
  return (
    read?.({ step: first, args: first.args, run }) ?? [
      opaque(first.place, `\`queryRunner.${first.name}\` is not known`),
    ]
  );
}

/** `queryRunner.connection.query(…)`, `queryRunner.connection.manager.save(…)` */
function readConnection(
  first: Step | undefined,
  rest: readonly Step[],
  awaited: number,
  run: Run,
): readonly Change[] {
  const isConnection = first?.name === "connection" || first?.name === "dataSource";
  const within = rest[0]?.name === "manager" ? rest.slice(1) : rest;
  return awaited === 0 && isConnection && within.some(({ args }) => args)
    ? readManager(within, run)
    : [];
}

const reading = /^(?:find|count|exists|getRepository$|create$|merge$|get|preload|hasId)/u;

/** Rows, through entities: which tables those are is in the entities, which change with the code. */
function readManager([first, ...rest]: readonly Step[], run: Run): readonly Change[] {
  const [sql] = first?.args ?? [];
  if (!first?.args) return [];
  if (first.name === "query") return sql ? sentChanges(sql, run) : [];
  if (first.name === "transaction") return transaction(first.args, run);
  if (reading.test(first.name) && rest.every(({ name }) => reading.test(name))) return [];
  return [entityRows(first.place)];
}

function transaction(args: readonly Place[], run: Run): readonly Change[] {
  const callback = args.at(-1);
  const manager: Receiver = {
    lazy: false,
    read: ({ steps }) => readManager(steps, run),
  };
  return (callback && run.call(callback, [manager])) ?? [];
}

function entityRows(place: Place): Change {
  return opaque(place, "it changes rows through entities, whose tables are not looked up here");
}

function guard({ steps }: Chain, run: Run): Guard | null {
  const asks = steps.find(({ name }) => name === "hasTable" || name === "hasColumn");
  const [table, column] = (asks?.args ?? []).map((each) => textOf(each, run.analysis));
  if (!asks || typeof table !== "string") return null;
  const name = table.split(".").at(-1) ?? table;
  if (asks.name === "hasTable") return { table: name, column: null, exists: true };
  return typeof column === "string" ? { table: name, column, exists: true } : null;
}
