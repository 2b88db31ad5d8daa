import type { Change } from "../../changes/change.js";
import type { Step } from "../source-code/chain.js";
import { quoted } from "../source-code/definitions.js";
import { booleanOf, textOf, textsOf } from "../source-code/literals.js";
import { placeOf } from "../source-code/names.js";
import { optionsOf } from "../source-code/options.js";
import { opaque, type Receiver } from "../source-code/run.js";
import { columnChanges } from "./column.js";
import { isColumnType } from "./column-types.js";
import { dropCalls } from "./drop-calls.js";
import { foreignKey, indexOf, primaryKey, uniqueKey, unread } from "./keys.js";
import { changeOf, columnsOf, type TableCall, type TableInMaking } from "./table.js";

/** What the callback of `createTable` and `alterTable` is handed. */
export function tableReceiver(table: TableInMaking): Receiver {
  return {
    lazy: false,
    read: ({ steps, awaited, held }, run) => {
      const [first, ...rest] = steps.slice(awaited);
      if (!first?.args) return [];
      const call = { table, step: first, args: first.args, run };
      if (held > 0 && held < steps.length)
        return [unread(call, "what is said of a column later, by its variable, is not followed")];
      if (isColumnType(first.name)) return columnChanges(call, rest);
      const read = tableCalls[first.name] ?? dropCalls[first.name];
      return read?.(call, rest) ?? [opaque(first.place, `\`table.${first.name}\` is not known`)];
    },
  };
}

type Reader = (call: TableCall, rest: readonly Step[]) => readonly Change[];

const nothing: Reader = () => [];

const tableCalls: Readonly<Record<string, Reader>> = {
  timestamps,
  comment: (call) => {
    const [given] = call.args;
    const text = given ? textOf(given, call.run.analysis) : null;
    if (call.run.dialect === "sqlite") return [];
    return [
      { at: placeOf(call.step.place), kind: "comment", table: call.table.name, column: null, text },
    ];
  },
  primary: withColumns((call, columns) => [primaryKey(call, columns, call.args[1])]),
  unique: withColumns((call, columns) => uniqueKey(call, columns, call.args[1])),
  index: withColumns((call, columns) => [indexOf(call, columns, call.args.slice(1))]),
  foreign: (call, rest) => {
    const columns = columnsOf(call.args[0], call.run);
    const [, name] = call.args;
    if (!columns) return [unread(call, "the columns of a foreign key are known only when it runs")];
    const modifiers = new Map(rest.map((step) => [step.name, step]));
    return foreignKey(call, columns, modifiers, name ? textOf(name, call.run.analysis) : null);
  },
  check: (call) => {
    const [expression] = call.args;
    const text = expression ? textOf(expression, call.run.analysis) : null;
    if (text === null) return [unread(call, "a check is known only when it runs")];
    const columns = textsOf(call.args[1], call.run.analysis) ?? [];
    const quote = call.run.dialect === "postgresql" ? '"' : "`";
    let index = 0;
    const filled = text.replaceAll(/\?\??/gu, (mark) => {
      const value = columns[index++] ?? "";
      return mark === "??" ? `${quote}${value}${quote}` : quoted(value);
    });
    const name = call.args[2] ? textOf(call.args[2], call.run.analysis) : null;
    const constraint = {
      kind: "check",
      name,
      expression: filled,
      definedAt: placeOf(call.step.place),
    } as const;
    return [{ ...changeOf(call), kind: "add constraint", constraint }];
  },
  setNullable: nullability(true),
  dropNullable: nullability(false),
  renameColumn: (call) => {
    const [from, to] = call.args.map((each) => textOf(each, call.run.analysis));
    if (typeof from !== "string" || typeof to !== "string")
      return [unread(call, "a column is renamed whose name is known only when it runs")];
    return [{ ...changeOf(call), kind: "rename column", column: from, to }];
  },
  charset: nothing,
  collate: nothing,
  engine: nothing,
  queryContext: nothing,
};

export function withColumns(
  read: (call: TableCall, columns: readonly string[]) => readonly Change[],
): Reader {
  return (call) => {
    const columns = columnsOf(call.args[0], call.run);
    return columns
      ? read(call, columns)
      : [unread(call, `\`${call.step.name}\` is of columns that are known only when it runs`)];
  };
}

function nullability(nullable: boolean): Reader {
  return withColumns((call, columns) =>
    columns.map((column) => ({
      ...changeOf(call),
      kind: "alter column",
      column,
      set: { nullable },
    })),
  );
}

/** `timestamps(useTimestamps, defaultToNow, useCamelCase)`, or an object of these. */
function timestamps(call: TableCall): readonly Change[] {
  const { args, run, step } = call;
  const options = optionsOf(args[0], run.analysis);
  const flag = (key: string, index: number) =>
    options ? options.flag(key) === true : booleanOf(args[index], run.analysis) === true;
  const method = flag("useTimestamps", 0) ? "timestamp" : "datetime";
  const names = flag("useCamelCase", 2) ? ["createdAt", "updatedAt"] : ["created_at", "updated_at"];
  const now = flag("defaultToNow", 1);
  return names.flatMap((name) => {
    const argument = { ...step.place, node: { ...step.place.node, type: "Literal", value: name } };
    const added = columnChanges({ ...call, step: { ...step, name: method }, args: [argument] }, []);
    return added.map((each) => (each.kind === "add column" && now ? withNow(each) : each));
  });
}

function withNow(change: Extract<Change, { kind: "add column" }>): Change {
  return { ...change, column: { ...change.column, nullable: false, default: "CURRENT_TIMESTAMP" } };
}
