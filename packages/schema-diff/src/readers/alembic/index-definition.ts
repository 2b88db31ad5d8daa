import type { Dialect, IndexPart, SourcePlace } from "@domain-isolation/model";
import type { IndexDefinition, PlacedName } from "../../changes/change.js";
import { readChanges } from "../../sql/read-changes.js";
import { itemsOf, text, textOf, type CallTerm, type Value } from "../python/value.js";
import { generatedName } from "./generated-name.js";
import { nameOrExpression } from "./expression.js";
import { placedName } from "./placed-name.js";
import { argumentOf, calledName, isSet } from "./sqlalchemy-name.js";

export interface WrittenIndex {
  readonly name: Value | null;
  readonly table: PlacedName;
  readonly parts: readonly Value[];
  /** Where `unique`, `postgresql_where` and the like stand. */
  readonly term: CallTerm;
  readonly dialect: Dialect;
}

/** An index of `op.create_index`, `sa.Index` or `sa.Column(index=True)`. Null where it can't be told. */
export function indexDefinition(written: WrittenIndex): IndexDefinition | null {
  const { term, dialect, table } = written;
  const parts = written.parts.map((part) => indexPart(part, written));
  if (parts.length === 0 || !parts.every((part) => part !== null)) return null;
  const where = nameOrExpression(argumentOf(term, `${dialect}_where`), dialect);
  const method = textOf(argumentOf(term, `${dialect}_using`))?.toLowerCase() ?? null;
  const include = itemsOf(argumentOf(term, "postgresql_include")) ?? [];
  const definition: IndexDefinition = {
    name: placedName(written.name, text(table.schema ?? ""), term.at),
    unique: isSet(term, "unique"),
    parts,
    include: dialect === "postgresql" ? include.flatMap((each) => textOf(each) ?? []) : [],
    method: method === "btree" ? null : method,
    where,
    definedAt: term.at,
  };
  return hasExpressions(definition) ? throughSql(definition, dialect) : definition;
}

/** `index=True`: SQLAlchemy names it. */
export function columnIndex(
  column: string,
  table: PlacedName,
  isUnique: boolean,
  at: SourcePlace,
): IndexDefinition {
  const words = ["ix", table.schema, table.name, column].filter((word) => word !== null);
  return {
    name: { schema: table.schema, name: generatedName(words.join("_")), span: at.span },
    unique: isUnique,
    parts: [{ column, expression: null, options: "" }],
    include: [],
    method: null,
    where: null,
    definedAt: at,
  };
}

function indexPart(value: Value, { term, dialect }: WrittenIndex): IndexPart | null {
  const column = columnOf(value);
  if (column === null) {
    const expression = nameOrExpression(value, dialect);
    return expression === null ? null : { column: null, expression, options: "" };
  }
  const classes = argumentOf(term, "postgresql_ops");
  const entries = classes?.kind === "mapping" && dialect === "postgresql" ? classes.entries : [];
  const options = entries.find(([key]) => textOf(key) === column)?.[1] ?? null;
  return { column, expression: null, options: textOf(options) ?? "" };
}

function columnOf(value: Value): string | null {
  if (value.kind === "text") return textOf(value);
  if (value.kind === "member" && value.of.kind === "member") return value.name;
  const isNamed = calledName(value) === "column" || calledName(value) === "Column";
  return isNamed && value.kind === "call" ? textOf(value.args[0]) : null;
}

function hasExpressions({ parts, where }: IndexDefinition): boolean {
  return where !== null || parts.some((part) => part.expression !== null);
}

/** What is written in SQL is read as SQL: `created_at DESC` is a column and an option. */
function throughSql(definition: IndexDefinition, dialect: Dialect): IndexDefinition {
  const parts = definition.parts.map(
    ({ column, expression, options }) =>
      `${expression ?? `"${(column ?? "").replaceAll('"', '""')}"`} ${options}`,
  );
  const using = definition.method === null ? "" : ` USING ${definition.method}`;
  const where = definition.where === null ? "" : ` WHERE ${definition.where}`;
  const sql = [parts, parts.map((part) => `(${part})`)].map(
    (each) => `CREATE INDEX i ON t${using} (${each.join(", ")})${where}`,
  );
  for (const candidate of dialect === "mysql" ? [] : sql) {
    const spanOf = () => definition.definedAt.span;
    const { file } = definition.definedAt;
    const [change] = readChanges({ text: candidate, dialect, file, spanOf });
    if (change?.kind === "create index") {
      return { ...definition, parts: change.index.parts, where: change.index.where };
    }
  }
  return definition;
}
