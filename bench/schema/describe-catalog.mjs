import { readChanges, sqlFile } from "@domain-isolation/schema-diff";
import { describeIndex } from "./describe-schema.mjs";
import { expressionMeaning } from "./expression-meaning.mjs";

const actions = { a: "no action", r: "restrict", c: "cascade", n: "set null", d: "set default" };

/** The same of a catalog, as it was read from PostgreSQL's own tables. */
export function describeCatalog({ tables, columns, constraints, indexes, enums, views, triggers }) {
  const ofConstraints = new Set(
    constraints
      .filter(({ type }) => "pux".includes(type))
      .map(({ schema, name }) => `${schema}.${name}`),
  );
  return {
    tables: new Map(tables.map(({ schema, name, kind }) => [`${schema}.${name}`, kind])),
    columns: new Map(
      columns.map((column) => [
        `${column.schema}.${column.table}.${column.name}`,
        describeColumn(column),
      ]),
    ),
    order: orderOf(tables, columns),
    constraints: new Map(
      constraints.map((each) => [
        `${each.schema}.${each.table}.${each.name}`,
        describeConstraint(each),
      ]),
    ),
    indexes: new Map(
      indexes
        .filter(({ schema, name }) => !ofConstraints.has(`${schema}.${name}`))
        .map(({ schema, name, def }) => [`${schema}.${name}`, describeDefinition(def)]),
    ),
    enums: new Map(enums.map(({ name, labels }) => [name, labels.join(", ")])),
    views: new Map(
      views.map(({ schema, name, kind }) => [
        `${schema}.${name}`,
        kind === "m" ? "materialized" : "view",
      ]),
    ),
    triggers: new Map(triggers.map(({ table, name }) => [`${table}.${name}`, "trigger"])),
  };
}

function orderOf(tables, columns) {
  const named = (schema, name) =>
    columns
      .filter((column) => column.schema === schema && column.table === name)
      .sort((a, b) => a.pos - b.pos)
      .map((column) => column.name)
      .join(", ");
  return new Map(tables.map(({ schema, name }) => [`${schema}.${name}`, named(schema, name)]));
}

function describeColumn({ type, not_null: isRequired, default: value }) {
  const meaning = expressionMeaning(value ?? "null");
  const shown = meaning === null ? "" : ` default ${meaning}`;
  return `${type}${isRequired ? " not null" : ""}${shown}`;
}

function describeConstraint({
  type,
  columns,
  ref_schema,
  ref_table,
  ref_columns,
  on_delete,
  on_update,
}) {
  if (type === "c" || type === "x") return type;
  const own = `${type} (${columns.join(", ")})`;
  if (type !== "f") return own;
  return `${own} → ${ref_schema}.${ref_table}(${ref_columns.join(", ")}) ${actions[on_delete]}, ${actions[on_update]}`;
}

/** `CREATE INDEX …` as PostgreSQL writes it, through our own reader: that of real migrations is tested by others. */
function describeDefinition(definition) {
  const [change] = readChanges(sqlFile("catalog", definition, "postgresql"));
  return change?.kind === "create index" ? describeIndex(change.index) : definition;
}
