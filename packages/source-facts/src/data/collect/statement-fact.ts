import type { Span, StatementFact, TableAccess, TableUse, Tier } from "@domain-isolation/model";
import { spanOf } from "../../syntax/node.js";
import type { NamedTable } from "../values/value.js";
import type { FoundStatement } from "./find-statements.js";
import { rootOf } from "./handle-root.js";

/** The fact of a statement; null where all that it says stands elsewhere. */
export function statementFact({
  handle,
  query,
  first,
  last,
  isThrough = false,
}: FoundStatement): StatementFact | null {
  const { file } = first.module;
  const isOurs = query.root.module === first.module;
  const tables = tableUses(query.tables.filter(({ place }) => place.module === first.module));
  const saysNothing = query.isGeneric && query.opaque === null;
  if ((!isOurs || isThrough || saysNothing) && tables.length === 0) return null;
  return {
    kind: "statement",
    file,
    span: { start: spanOf(first.node).start, end: spanOf(last.node).end },
    library: handle.adapter.library,
    operation: query.operation,
    tables,
    transaction: handle.transaction,
    opaque: query.opaque,
    tier: handle.byType ? "typed" : tierOf(first.module.file, query.tables, last),
  };
}

const strength: Readonly<Record<TableAccess, number>> = { read: 0, lock: 1, write: 2 };

/** One use for each table and place; of several accesses there, the strongest. */
function tableUses(tables: readonly NamedTable[]): readonly TableUse[] {
  const uses = new Map<string, TableUse>();
  for (const table of tables) {
    const span = table.span ?? spanOf(table.place.node);
    const key = `${String(span.start)}:${table.schema ?? ""}.${table.name}`;
    const before = uses.get(key);
    if (!before || strength[table.access] > strength[before.access])
      uses.set(key, tableUse(table, span));
  }
  return [...uses.values()].sort((a, b) => a.span.start - b.span.start || compare(a.name, b.name));
}

function tableUse({ name, schema, entity, access, via }: NamedTable, span: Span): TableUse {
  return { name, schema, entity: entity?.name ?? null, access, via, span };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A fact is the file's own where neither its handle nor an entity stands in another. */
function tierOf(file: string, tables: readonly NamedTable[], last: FoundStatement["last"]): Tier {
  const isLinked = tables.some(({ entity }) => entity !== null && entity.file !== file);
  return isLinked || rootOf(last).source === "imported" ? "linked" : "file";
}
