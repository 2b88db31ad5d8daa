import { expressionMeaning } from "./expression-meaning.mjs";

/** What a schema of ours holds: for each kind of object its names, and a line that tells the rest. */
export function describeSchema({ tables, views, types, triggers }) {
  const each = (of) =>
    new Map(tables.flatMap((table) => of(table, `${table.schema}.${table.name}`)));
  return {
    tables: each((table, name) => [[name, table.kind === "table" ? "r" : table.kind]]),
    columns: each(({ columns }, name) =>
      columns.map((column) => [`${name}.${column.name}`, describeColumn(column)]),
    ),
    order: each(({ columns }, name) => [[name, columns.map((column) => column.name).join(", ")]]),
    constraints: each((table, name) =>
      describeConstraints(table).map(([key, line]) => [`${name}.${key}`, line]),
    ),
    indexes: each(({ schema, indexes }) =>
      indexes.map((index) => [`${schema}.${index.name}`, describeIndex(index)]),
    ),
    enums: new Map(
      types
        .filter(({ kind }) => kind === "enum")
        .map(({ name, values }) => [name, values.join(", ")]),
    ),
    views: new Map(views.map(({ schema, name, kind }) => [`${schema}.${name}`, kind])),
    triggers: new Map(triggers.map(({ name, table }) => [`${table.name}.${name}`, "trigger"])),
  };
}

function describeColumn({ type, nullable, default: value, identity, generated }) {
  const meaning = expressionMeaning(generated ?? value ?? "null");
  const shown = meaning === null ? "" : ` default ${meaning}`;
  return `${type}${nullable ? "" : " not null"}${identity ? ` identity ${identity}` : shown}`;
}

function describeConstraints({ primaryKey, uniques, foreignKeys, checks }) {
  const list = (columns) => `(${columns.join(", ")})`;
  return [
    ...(primaryKey ? [[primaryKey.name, `p ${list(primaryKey.columns)}`]] : []),
    ...uniques.map(({ name, columns }) => [name, `u ${list(columns)}`]),
    ...foreignKeys.map(({ name, columns, references, onDelete, onUpdate }) => [
      name,
      `f ${list(columns)} → ${references.schema}.${references.name}${list(references.columns)} ${onDelete}, ${onUpdate}`,
    ]),
    ...checks.map(({ name, kind }) => [name, kind === "check" ? "c" : "x"]),
  ];
}

/** What PostgreSQL leaves out when it writes an index. */
const usualClass = /^(?:array|int4|jsonb|text|timestamp|uuid)_ops\b/u;

/** Of an index, or of the definition of one that `readChanges` gives. */
export function describeIndex({ unique, parts, include, method, where }) {
  const shown = parts.map(({ column, expression, options }) =>
    `${column ?? expressionMeaning(expression)} ${options.replace(usualClass, "")}`.trim(),
  );
  return [
    unique ? "unique" : "",
    method ?? "btree",
    `(${shown.join(", ")})`,
    include.length > 0 ? `include (${include.join(", ")})` : "",
    where === null ? "" : `where ${expressionMeaning(where)}`,
  ]
    .filter(Boolean)
    .join(" ");
}
