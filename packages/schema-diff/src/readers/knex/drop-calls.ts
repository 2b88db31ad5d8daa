import type { Change, DropConstraint } from "../../changes/change.js";
import { nameOfIndex } from "../source-code/definitions.js";
import { booleanOf, textsOf } from "../source-code/literals.js";
import { placeOf } from "../source-code/names.js";
import { optionsOf } from "../source-code/options.js";
import { unread } from "./keys.js";
import { changeOf, columnsOf, givenName, keyName, type TableCall } from "./table.js";

type Reader = (call: TableCall) => readonly Change[];

/** The methods of `table` that take something away. */
export const dropCalls: Readonly<Record<string, Reader>> = {
  dropColumn: dropColumns,
  dropColumns,
  dropTimestamps: (call) => {
    const [first] = call.args;
    const options = optionsOf(first, call.run.analysis);
    const isCamel = (options?.flag("useCamelCase") ?? booleanOf(first, call.run.analysis)) === true;
    return (isCamel ? ["createdAt", "updatedAt"] : ["created_at", "updated_at"]).map((column) =>
      dropped(call, column),
    );
  },
  dropForeign: (call) => dropKey(call, "foreign", false),
  dropForeignIfExists: (call) => dropKey(call, "foreign", true),
  dropUnique: (call) => dropKey(call, "unique", false),
  dropUniqueIfExists: (call) => dropKey(call, "unique", true),
  dropIndex: (call) => dropKey(call, "index", false),
  dropIndexIfExists: (call) => dropKey(call, "index", true),
  dropPrimary: (call) => dropPrimary(call, false),
  dropPrimaryIfExists: (call) => dropPrimary(call, true),
  dropChecks: (call) => {
    const names = call.args.flatMap((each) => textsOf(each, call.run.analysis) ?? []);
    return names.map((name) =>
      constraintDrop(call, { name, constraint: "check", ifExists: false }),
    );
  },
};

function dropColumns(call: TableCall): readonly Change[] {
  const names = call.args.map((each) => textsOf(each, call.run.analysis));
  if (names.length === 0 || names.includes(null))
    return [unread(call, "columns are dropped whose names are known only when it runs")];
  return names.flatMap((each) => each ?? []).map((column) => dropped(call, column));
}

function dropped(call: TableCall, column: string): Change {
  return { ...changeOf(call), kind: "drop column", column, ifExists: false, cascade: false };
}

function constraintDrop(
  call: TableCall,
  what: Pick<DropConstraint, "name" | "constraint" | "ifExists"> & { columns?: readonly string[] },
): Change {
  return { ...changeOf(call), kind: "drop constraint", cascade: false, ...what };
}

function dropPrimary(call: TableCall, ifExists: boolean): Change[] {
  const { table, run, args } = call;
  const usual = run.dialect === "postgresql" ? `${table.written}_pkey` : null;
  const name = givenName(args[0], ["constraintName"], run) ?? usual;
  return [constraintDrop(call, { name, constraint: "primary key", ifExists })];
}

/** By the name that is given, else by the one that Knex makes of the columns. */
function dropKey(
  call: TableCall,
  kind: "foreign" | "unique" | "index",
  ifExists: boolean,
): readonly Change[] {
  const { table, run, args, step } = call;
  const given = givenName(args[1], ["indexName"], run);
  const columns = columnsOf(args[0], run);
  if (given === null && !columns)
    return [unread(call, `\`${step.name}\` is of columns that are known only when it runs`)];
  const name = given ?? keyName(table, columns ?? [], kind, run);
  if (kind === "index" || (kind === "unique" && run.dialect === "sqlite")) {
    const at = placeOf(step.place);
    const index = nameOfIndex(table.name, name);
    return [{ at, kind: "drop index", name: index, table: table.name, ifExists, cascade: false }];
  }
  const constraint = kind === "foreign" ? "foreign key" : "unique";
  const isUnnamed = run.dialect === "sqlite" && given === null;
  return [
    constraintDrop(call, {
      name: isUnnamed ? null : name,
      constraint,
      ifExists,
      ...(columns && { columns }),
    }),
  ];
}
