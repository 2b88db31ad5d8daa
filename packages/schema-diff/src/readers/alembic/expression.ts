import type { Dialect } from "@domain-isolation/model";
import { textOf, type CallTerm, type Value } from "../python/value.js";
import { calledName } from "./sqlalchemy-name.js";

const operators: Readonly<Record<string, string>> = {
  Eq: "=",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
  Add: "+",
  Sub: "-",
  Mult: "*",
  Div: "/",
  Mod: "%",
  BitAnd: "AND",
  BitOr: "OR",
};

/** An expression of SQLAlchemy as SQL: `sa.text("a > 0")`, `sa.func.lower("x")`. Null where it can't be told. */
export function expressionOf(value: Value | null, dialect: Dialect): string | null {
  switch (value?.kind) {
    case "call":
      return calledExpression(value, dialect);
    case "operation":
      return operationText(value, dialect);
    case "member":
      return columnName(value);
    case "text":
    case "number":
    case "boolean":
    case "none":
      return literal(value, dialect);
    default:
      return null;
  }
}

/** A value as it is written in SQL. */
export function literal(value: Value, dialect: Dialect): string | null {
  switch (value.kind) {
    case "number":
      return value.text;
    case "boolean":
      return truthLiteral(value.value, dialect);
    case "none":
      return "NULL";
    default: {
      const text = textOf(value);
      return text === null ? null : quoteText(text);
    }
  }
}

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** SQLite has no truth values of its own. */
function truthLiteral(value: boolean, dialect: Dialect): string {
  if (dialect === "sqlite") return value ? "1" : "0";
  return value ? "true" : "false";
}

type Render = (term: CallTerm, of: string | null, dialect: Dialect) => string | null;

const nameOfColumn: Render = ({ args: [first] }) => textOf(first);
const value: Render = ({ args: [first] }, _of, dialect) => (first ? literal(first, dialect) : null);
const first = ({ args: [operand] }: CallTerm, dialect: Dialect) =>
  expressionOf(operand ?? null, dialect);

/** What SQLAlchemy's own functions write. */
const functions: Readonly<Record<string, Render>> = {
  text: nameOfColumn,
  literal_column: nameOfColumn,
  column: nameOfColumn,
  true: (_term, _of, dialect) => truthLiteral(true, dialect),
  false: (_term, _of, dialect) => truthLiteral(false, dialect),
  null: () => "NULL",
  literal: value,
  inline_literal: value,
  and_: ({ args }, _of, dialect) => joined(args, " AND ", dialect),
  or_: ({ args }, _of, dialect) => joined(args, " OR ", dialect),
  not_: (term, _of, dialect) => around("NOT ", first(term, dialect), ""),
  desc: ({ args: [of] }, _of, dialect) =>
    around("", nameOrExpression(of ?? null, dialect), " DESC"),
  asc: ({ args: [of] }, _of, dialect) => around("", nameOrExpression(of ?? null, dialect), " ASC"),
};

/** What methods of an expression make of it: `sa.text("a").desc()`, `sa.column("x").in_([…])`. */
const methods: Readonly<Record<string, Render>> = {
  desc: (_term, of) => around("", of, " DESC"),
  asc: (_term, of) => around("", of, " ASC"),
  is_: (term, of, dialect) => around("", of, ` IS ${first(term, dialect) ?? "NULL"}`),
  isnot: (term, of, dialect) => around("", of, ` IS NOT ${first(term, dialect) ?? "NULL"}`),
  is_not: (term, of, dialect) => around("", of, ` IS NOT ${first(term, dialect) ?? "NULL"}`),
  in_: ({ args: [items] }, of, dialect) =>
    items?.kind === "sequence" && of !== null
      ? around(`${of} IN (`, joined(items.items, ", ", dialect), ")")
      : null,
  label: (_term, of) => of,
  self_group: (_term, of) => of,
};

function calledExpression(term: CallTerm, dialect: Dialect): string | null {
  const name = calledName(term);
  if (name?.startsWith("func.")) return functionText(name.slice("func.".length), term, dialect);
  if (name !== null) return functions[name]?.(term, null, dialect) ?? null;
  const { callee } = term;
  if (callee.kind !== "member") return null;
  return methods[callee.name]?.(term, expressionOf(callee.of, dialect), dialect) ?? null;
}

const bare: Readonly<Record<string, string>> = {
  current_timestamp: "CURRENT_TIMESTAMP",
  current_date: "CURRENT_DATE",
  current_time: "CURRENT_TIME",
  localtimestamp: "LOCALTIMESTAMP",
  localtime: "LOCALTIME",
  current_user: "CURRENT_USER",
  session_user: "SESSION_USER",
};

function functionText(name: string, term: CallTerm, dialect: Dialect): string | null {
  const word = bare[name];
  if (word !== undefined) return word;
  if (name === "now" && dialect === "sqlite") return "CURRENT_TIMESTAMP";
  const args = joined(term.args, ", ", dialect);
  return args === null ? null : `${name}(${args})`;
}

/** Within an index, a text is the name of a column. */
export function nameOrExpression(value: Value | null, dialect: Dialect): string | null {
  return textOf(value) ?? expressionOf(value, dialect);
}

function around(before: string, text: string | null, after: string): string | null {
  return text === null ? null : before + text + after;
}

function joined(values: readonly Value[], separator: string, dialect: Dialect): string | null {
  const texts = values.map((value) => expressionOf(value, dialect));
  return texts.every((text) => text !== null) ? texts.join(separator) : null;
}

function operationText(
  { operator, operands }: Extract<Value, { readonly kind: "operation" }>,
  dialect: Dialect,
): string | null {
  const [left = null, right = null] = operands;
  if (operator === "Invert" || operator === "Not") {
    return around("NOT (", expressionOf(left, dialect), ")");
  }
  const sign = operators[operator];
  if (sign === undefined) return null;
  if (right?.kind === "none") {
    return around("", expressionOf(left, dialect), operator === "Eq" ? " IS NULL" : " IS NOT NULL");
  }
  return joined(
    [left, right].flatMap((each) => each ?? []),
    ` ${sign} `,
    dialect,
  );
}

/** `table.c.name`. */
function columnName(value: Extract<Value, { readonly kind: "member" }>): string | null {
  const isColumn =
    value.of.kind === "class" ||
    (value.of.kind === "member" && /^c(?:olumns)?$/u.test(value.of.name));
  return isColumn ? value.name : null;
}
