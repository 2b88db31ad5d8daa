import type { Index, ObjectName, Schema, Table } from "@domain-isolation/model";
import {
  columnLine,
  foreignKeyLine,
  indexLine,
  keyLine,
  tokensOf,
  type Catalog,
} from "./catalog.js";

type Entry = readonly [name: string, lines: readonly string[]];

/** What a replay gives, in the words of the oracle. */
export function ourCatalog(schema: Schema): Catalog {
  const triggers = schema.triggers.map(({ name, table, reads, writes }): Entry => [
    `trigger ${name.toLowerCase()}`,
    [`on ${table.name.toLowerCase()}`, `reads ${names(reads)}`, `writes ${names(writes)}`],
  ]);
  const views = schema.views.map(({ name, definition }): Entry => [
    `view ${name.toLowerCase()}`,
    [tokensOf(definition)],
  ]);
  const tables = schema.tables.map((table): Entry => [
    `table ${table.name.toLowerCase()}`,
    linesOf(table),
  ]);
  return Object.fromEntries([...tables, ...views, ...triggers]);
}

export function names(objects: readonly ObjectName[]): string {
  const own = new Set(objects.map(({ name }) => name.toLowerCase()));
  return [...own].sort().join(" ");
}

function linesOf(table: Table): readonly string[] {
  if (table.kind === "virtual") return ["virtual", ...columnLines(table)];
  const { primaryKey, uniques, foreignKeys, checks, indexes } = table;
  return [
    ...columnLines(table),
    ...(primaryKey ? [keyLine("primary key", primaryKey.columns)] : []),
    ...uniques.map(({ columns }) => keyLine("unique", columns)).sort(),
    ...foreignKeys
      .map(({ columns, references: { name, columns: to }, onDelete, onUpdate }) =>
        foreignKeyLine({ columns, table: name, to, onDelete, onUpdate }),
      )
      .sort(),
    ...checks.map(({ expression }) => `check ${tokensOf(expression)}`).sort(),
    ...indexes.map((index) => indexLine({ ...index, parts: partsOf(index) })).sort(),
  ];
}

function columnLines({ columns }: Table): readonly string[] {
  return columns.map((column) => columnLine({ ...column, counted: column.identity !== null }));
}

/** An expression as `index_xinfo` tells it: that it is one. */
function partsOf({ parts }: Index): readonly string[] {
  return parts.map(({ column, expression, options }) => {
    const order = options.split(" ").includes("desc") ? " desc" : "";
    return `${column ?? tokensOf(expression ?? "")}${order}`;
  });
}
