import type {
  Check,
  Column,
  ForeignKey,
  Index,
  Key,
  ObjectName,
  Schema,
  Table,
  View,
} from "@domain-isolation/model";
import { meaningOf, meaningOfExclusion } from "./meaning.js";

/**
 * A schema as lines, a fact in each, in a fixed order: what two of them don't share is what differs.
 * Of views the text isn't among them (the catalog shows another), only what they read.
 */
export function schemaLines(schema: Schema): readonly string[] {
  return [
    ...schema.tables.flatMap(tableLines),
    ...schema.views.flatMap(viewLines),
    ...schema.sequences.map(
      (each) =>
        `sequence ${name(each)}` +
        (each.ownedBy ? ` of ${name(each.ownedBy)}.${each.ownedBy.column}` : ""),
    ),
    ...schema.types.map((each) => `${each.kind} ${name(each)}${list(each.values)}`),
    ...schema.routines.map((each) => `${each.kind} ${name(each)}${list(each.arguments)}`),
    ...schema.triggers.map(
      (each) =>
        `trigger ${each.name} of ${name(each.table)}: ${each.routine ? name(each.routine) : "-"}`,
    ),
  ].toSorted();
}

function name({ schema, name: own }: ObjectName): string {
  return schema === null ? own : `${schema}.${own}`;
}

function list(names: readonly string[]): string {
  return ` (${names.join(", ")})`;
}

function tableLines(table: Table): readonly string[] {
  const own = name(table);
  const facts = [
    table.kind,
    ...table.columns.map((column, index) => `column ${String(index + 1)}: ${columnLine(column)}`),
    ...(table.primaryKey ? [`primary key ${keyLine(table.primaryKey)}`] : []),
    ...table.uniques.map((key) => `unique ${keyLine(key)}`),
    ...table.foreignKeys.map(foreignKeyLine),
    ...table.checks.map(checkLine),
    ...table.indexes.map(indexLine),
    ...table.inherits.map((each) => `inherits ${name(each)}`),
    ...(table.partitionOf ? [`partition of ${name(table.partitionOf)}`] : []),
    ...(table.comment === null ? [] : [`comment ${table.comment}`]),
  ];
  return facts.map((fact) => `table ${own}: ${fact}`);
}

function columnLine(column: Column): string {
  const { type, nullable, default: value, identity, generated, comment } = column;
  return [
    column.name,
    type,
    nullable ? "" : "not null",
    value === null ? "" : `default ${meaningOf(value)}`,
    identity === null ? "" : `identity ${identity}`,
    generated === null ? "" : `generated ${meaningOf(generated)}`,
    comment === null ? "" : `comment ${comment}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function keyLine(key: Key): string {
  return `${String(key.name)}${list(key.columns)}`;
}

function foreignKeyLine({ name: own, columns, references, onDelete, onUpdate }: ForeignKey) {
  const target = `${name(references)}${list(references.columns)}`;
  return `foreign key ${String(own)}${list(columns)} → ${target} delete ${onDelete} update ${onUpdate}`;
}

function checkLine({ kind, name: own, expression }: Check): string {
  const meaning = kind === "check" ? meaningOf(expression) : meaningOfExclusion(expression);
  return `${kind} ${String(own)}: ${meaning}`;
}

function indexLine({ name: own, unique, parts, include, method, where }: Index): string {
  const written = parts.map(({ column, expression, options }) =>
    [column ?? meaningOf(expression ?? ""), optionsLine(options)].join(" ").trim(),
  );
  return [
    `${unique ? "unique " : ""}index ${own}${list(written)}`,
    include.length > 0 ? `include${list(include)}` : "",
    method ?? "",
    where === null ? "" : `where ${meaningOf(where)}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** `asc` and the order of nulls that goes with a direction say nothing. */
function optionsLine(options: string): string {
  const said = options.replace(/\basc\b/u, "").trim();
  const isUsual = /\bdesc\b/u.test(said) ? / nulls first$/u : /(?:^| )nulls last$/u;
  return said.replace(isUsual, "").replaceAll(/\s+/gu, " ").trim();
}

function viewLines(view: View): readonly string[] {
  const facts = [
    view.kind,
    ...view.reads.map((read) => `reads ${name(read)}`),
    ...view.indexes.map(indexLine),
  ];
  return facts.map((fact) => `view ${name(view)}: ${fact}`);
}
