import {
  referentialActions,
  type Dialect,
  type ReferentialAction,
  type SourcePlace,
} from "@domain-isolation/model";
import type { Constraint, PlacedName } from "../../changes/change.js";
import { itemsOf, textOf, type CallTerm, type Value } from "../python/value.js";
import { expressionOf, nameOrExpression } from "./expression.js";
import { spanOfText, splitName } from "./placed-name.js";
import { argumentOf, calledName } from "./sqlalchemy-name.js";
import { tableOf } from "./table-of.js";

/** A constraint that stands among the columns of a table; null for anything else. */
export function tableConstraint(term: CallTerm, dialect: Dialect): Constraint | null {
  const name = textOf(argumentOf(term, "name"));
  const definedAt = term.at;
  switch (calledName(term)) {
    case "PrimaryKeyConstraint":
      return { kind: "primary key", name, columns: namesOf(term.args), definedAt };
    case "UniqueConstraint":
      return { kind: "unique", name, columns: namesOf(term.args), definedAt };
    case "ForeignKeyConstraint":
      return foreignKeyConstraint(term);
    case "CheckConstraint":
      return checkConstraint(argumentOf(term, "sqltext", 0), name, definedAt, dialect);
    case "postgresql.ExcludeConstraint":
    case "ExcludeConstraint":
      return excludeConstraint(term, name, dialect);
    default:
      return null;
  }
}

/** The names of columns: texts, columns, or lists of them. */
export function namesOf(values: readonly Value[]): readonly string[] {
  return values.flatMap((value) => {
    const items = itemsOf(value);
    if (items) return namesOf(items);
    const name = columnNameOf(value);
    return name === null ? [] : [name];
  });
}

function columnNameOf(value: Value): string | null {
  if (value.kind === "member") return value.name;
  return textOf(value) ?? (value.kind === "call" ? textOf(value.args[0]) : null);
}

function foreignKeyConstraint(term: CallTerm): Constraint | null {
  const columns = namesOf([argumentOf(term, "columns", 0) ?? { kind: "none" }]);
  const targets = itemsOf(argumentOf(term, "refcolumns", 1)) ?? [];
  const places = targets.map((target) => referenceOf(target, term.at));
  const [first] = places;
  if (!first || columns.length === 0) return null;
  const references = {
    ...first.table,
    columns: places.flatMap((each) => each?.column ?? []),
  };
  return { kind: "foreign key", columns, references, ...nameAndActions(term) };
}

/** `sa.ForeignKey("schema.table.column")` of a column. */
export function columnForeignKey(term: CallTerm, column: string): Constraint | null {
  const reference = referenceOf(argumentOf(term, "column", 0), term.at);
  if (!reference) return null;
  const columns = reference.column === null ? [] : [reference.column];
  const references = { ...reference.table, columns };
  return { kind: "foreign key", columns: [column], references, ...nameAndActions(term) };
}

function nameAndActions(term: CallTerm) {
  return {
    name: textOf(argumentOf(term, "name")),
    onDelete: actionOf(argumentOf(term, "ondelete")),
    onUpdate: actionOf(argumentOf(term, "onupdate")),
    definedAt: term.at,
  };
}

export function actionOf(value: Value | null): ReferentialAction {
  const action = textOf(value)?.toLowerCase().replaceAll(/\s+/gu, " ");
  return referentialActions.find((each) => each === action) ?? "no action";
}

interface Reference {
  readonly table: PlacedName;
  readonly column: string | null;
}

/** `"schema.table.column"`, `table.c.column`, `Model.column`. */
function referenceOf(value: Value | null, at: SourcePlace): Reference | null {
  if (value?.kind === "member") {
    const { of } = value;
    const owner = of.kind === "member" && /^c(?:olumns)?$/u.test(of.name) ? of.of : of;
    const table = tableOf(owner, at);
    return table && { table, column: value.name };
  }
  const whole = textOf(value);
  if (whole === null || value?.kind !== "text") return null;
  const span = spanOfText(value, at);
  if (!whole.includes(".")) return { table: { schema: null, name: whole, span }, column: null };
  const { schema: table, name: column } = splitName(whole);
  return { table: { ...splitName(table ?? ""), span }, column };
}

export function checkConstraint(
  condition: Value | null,
  name: string | null,
  definedAt: SourcePlace,
  dialect: Dialect,
): Constraint | null {
  const expression = nameOrExpression(condition, dialect);
  return expression === null ? null : { kind: "check", name, expression, definedAt };
}

/** `ExcludeConstraint(("room", "="), ("during", "&&"), using="gist", where=…)`. */
export function excludeConstraint(
  term: CallTerm,
  name: string | null,
  dialect: Dialect,
  elements: readonly Value[] = term.args,
): Constraint | null {
  const parts = elements.map((element) => {
    const [column, operator] = itemsOf(element) ?? [];
    const left = nameOrExpression(column ?? null, dialect);
    const sign = textOf(operator);
    return left === null || sign === null ? null : `${left} WITH ${sign}`;
  });
  if (parts.includes(null)) return null;
  const method = textOf(argumentOf(term, "using")) ?? "gist";
  const where = nameOrExpression(argumentOf(term, "where"), dialect);
  const condition = where === null ? "" : ` WHERE (${where})`;
  const expression = `USING ${method.toLowerCase()} (${parts.join(", ")})${condition}`;
  return { kind: "exclude", name, expression, definedAt: term.at };
}

/** What `Computed("a + b")` computes. */
export function computedText(term: CallTerm, dialect: Dialect): string | null {
  const [sql = null] = term.args;
  return textOf(sql) ?? expressionOf(sql, dialect);
}
