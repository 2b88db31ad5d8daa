import type { Dialect, ObjectName, SourcePlace, Table } from "@domain-isolation/model";
import type { Change, CreateTable } from "../changes/change.js";
import { touchedTables } from "../changes/touched-tables.js";
import { replay } from "../replay/replay.js";
import type { DeclarationProblem, DeclaredSchema } from "./declared-schema.js";

/**
 * What a declaration comes to that was taken apart into changes; opaque ones are its problems. A table
 * that is declared twice is as the first one says, and known not to be known.
 */
export function declaredByChanges(
  changes: readonly Change[],
  dialect: Dialect,
  isWhole: boolean,
): DeclaredSchema {
  const again = declaredAgain(changes);
  const { schema, problems } = replay(
    changes.filter((change) => !again.some((table) => table === change)),
    dialect,
  );
  const tableOf = (change: Change | undefined) => change && named(change, schema.tables);
  return {
    schema,
    isWhole,
    problems: [
      ...again.map((table) => problem(table, "it is declared more than once", tableOf(table))),
      ...problems.map(({ at, message }) =>
        problem({ at }, message, tableOf(changeAt(at, changes))),
      ),
      ...changes.flatMap((each) =>
        each.kind === "opaque" ? [problem(each, each.reason, tableOf(each))] : [],
      ),
    ],
  };
}

function problem(
  { at }: { readonly at: SourcePlace },
  message: string,
  table: ObjectName | undefined,
): DeclarationProblem {
  return { at, message, table: table ? { schema: table.schema, name: table.name } : null };
}

function declaredAgain(changes: readonly Change[]): readonly CreateTable[] {
  const seen = new Set<string>();
  return changes.flatMap((change) => {
    if (change.kind !== "create table") return [];
    const key = `${change.name.schema ?? ""}\0${change.name.name}`;
    if (seen.has(key)) return [change];
    seen.add(key);
    return [];
  });
}

function changeAt(at: SourcePlace, changes: readonly Change[]): Change | undefined {
  return changes.find((change) => change.at === at);
}

/** The table that a change is about. */
function named(change: Change, tables: readonly Table[]): Table | undefined {
  const [written] = touchedTables(change).writes;
  return tables.find(
    ({ schema, name }) =>
      name === written?.name && (written.schema === null || written.schema === schema),
  );
}
