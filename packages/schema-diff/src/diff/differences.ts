import type { Column, Dialect, ForeignKey, Table } from "@domain-isolation/model";
import { unknownInSchema } from "../declared/unknown-in-schema.js";
import { comparableDefault, comparableExpression } from "./comparable/comparable-expression.js";
import { comparableIndexes } from "./comparable/comparable-index.js";
import { comparableType } from "./comparable/comparable-type.js";

/** What two definitions of one table are compared with. */
export interface Comparison {
  readonly dialect: Dialect;
  /**
   * `here` is declared by models, which need not say everything: defaults, checks and indexes of
   * kinds that many libraries have no word for are no difference where only `there` has them.
   */
  readonly isDeclared?: boolean;
}

/**
 * How two definitions of one table differ, `here` before `there`: short clauses for a message. What
 * means the same is equal, however it is written; the order of columns and the names of keys don't
 * count, and what is unknown is like anything.
 */
export function differences(here: Table, there: Table, comparison: Comparison): readonly string[] {
  const columns = here.columns.flatMap((column) => {
    const other = there.columns.find(({ name }) => name === column.name);
    return other
      ? columnDifferences(column, other, here, comparison)
      : [`column ${column.name} only here`];
  });
  const missing = there.columns
    .filter(({ name }) => !here.columns.some((column) => column.name === name))
    .map(({ name }) => `column ${name} only there`);
  return [
    ...columns,
    ...missing,
    ...primaryKeyDifferences(here, there),
    ...foreignKeyDifferences(here, there),
    ...indexDifferences(here, there, comparison),
    ...checkDifferences(here, there, comparison),
  ];
}

function columnDifferences(
  here: Column,
  there: Column,
  table: Table,
  comparison: Comparison,
): readonly string[] {
  const { name } = here;
  const typeOf = ({ type }: Column) => comparableType(type, comparison.dialect);
  const types = [typeOf(here), typeOf(there)];
  const isUnknown = types.includes(unknownInSchema);
  const type =
    isUnknown || types[0] === types[1]
      ? []
      : [`column ${name}: ${here.type} here, ${there.type} there`];
  // Prisma's lists have no word for it, and in SQLite keys are `NOT NULL` or not as it pleases them.
  const isOpen = here.type.endsWith("[]") || table.primaryKey?.columns.includes(name) === true;
  const nullable =
    isOpen || here.nullable === there.nullable
      ? []
      : [`column ${name}: ${here.nullable ? "NULL" : "NOT NULL"} only here`];
  return [...type, ...nullable, ...defaultDifferences(here, there, comparison)];
}

function defaultDifferences(
  here: Column,
  there: Column,
  { isDeclared }: Comparison,
): readonly string[] {
  const [a, b] = [comparableDefault(here.default), comparableDefault(there.default)];
  if (a === b || a === unknownInSchema || b === unknownInSchema) return [];
  if (a === null && isDeclared === true) return [];
  const words = (column: Column, value: string | null) =>
    value === null ? "none" : column.default;
  return [`default of ${here.name}: ${words(here, a) ?? ""} here, ${words(there, b) ?? ""} there`];
}

function primaryKeyDifferences(here: Table, there: Table): readonly string[] {
  const keyOf = ({ primaryKey }: Table) => primaryKey?.columns.toSorted().join() ?? "";
  const words = ({ primaryKey }: Table) => primaryKey?.columns.join(", ") ?? "none";
  return keyOf(here) === keyOf(there)
    ? []
    : [`primary key: ${words(here)} here, ${words(there)} there`];
}

function foreignKeyDifferences(here: Table, there: Table): readonly string[] {
  const onlyIn = (a: Table, b: Table, where: string) =>
    a.foreignKeys
      .filter((key) => !b.foreignKeys.some((other) => words(other) === words(key)))
      .map((key) => `foreign key ${words(key)} only ${where}`);
  return [...onlyIn(here, there, "here"), ...onlyIn(there, here, "there")];
}

/** `no action` and `restrict` refuse the same. */
function words({ columns, references, onDelete }: ForeignKey): string {
  const isRefused = onDelete === "no action" || onDelete === "restrict";
  return `${columns.join(", ")} → ${references.name}${isRefused ? "" : ` on delete ${onDelete}`}`;
}

function indexDifferences(
  here: Table,
  there: Table,
  { dialect, isDeclared }: Comparison,
): readonly string[] {
  const [ours, theirs] = [comparableIndexes(here, dialect), comparableIndexes(there, dialect)];
  const lacks = (list: typeof ours, key: string) => !list.some((each) => each.key === key);
  const isSayable = ({ isPlain }: (typeof ours)[number]) => isPlain || isDeclared !== true;
  return [
    ...ours
      .filter(({ key }) => !key.includes(unknownInSchema) && lacks(theirs, key))
      .map((each) => `${each.words} only here`),
    ...theirs
      .filter((each) => isSayable(each) && lacks(ours, each.key))
      .map((each) => `${each.words} only there`),
  ];
}

function checkDifferences(
  here: Table,
  there: Table,
  { isDeclared }: Comparison,
): readonly string[] {
  const keyOf = (expression: string) => comparableExpression(expression);
  const onlyIn = (a: Table, b: Table, where: string) =>
    a.checks
      .filter(({ expression }) => !b.checks.some((each) => isSame(each.expression, expression)))
      .map(({ expression }) => `check ${expression} only ${where}`);
  const isSame = (a: string, b: string) =>
    a === unknownInSchema || b === unknownInSchema || keyOf(a) === keyOf(b);
  return [
    ...onlyIn(here, there, "here"),
    ...(isDeclared === true ? [] : onlyIn(there, here, "there")),
  ];
}
