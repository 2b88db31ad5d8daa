import type { Dialect, Index, Table } from "@domain-isolation/model";
import { comparableExpression } from "./comparable-expression.js";

/** An index or a unique key: whether it is the one or the other is no difference. */
export interface ComparableIndex {
  /** The same for two that do the same. */
  readonly key: string;
  /** `unique (a, b)`, `index (lower(email)) where …` */
  readonly words: string;
  /** Models of most libraries can say it. */
  readonly isPlain: boolean;
}

export function comparableIndexes(table: Table, dialect: Dialect): readonly ComparableIndex[] {
  const primary = table.primaryKey && uniqueKey(table.primaryKey.columns).key;
  const keys = table.uniques.map(({ columns }) => uniqueKey(columns));
  const own = table.indexes
    .filter((index) => dialect !== "mysql" || !isOfForeignKey(index, table))
    .map(ofIndex);
  const all = new Map([...keys, ...own].map((each) => [each.key, each]));
  // Over the columns of the primary key it says nothing more; databases drop it or don't.
  return [...all.values()].filter(({ key }) => key !== primary);
}

function uniqueKey(columns: readonly string[]): ComparableIndex {
  const words = `unique (${columns.join(", ")})`;
  return { key: `unique ${columns.toSorted().join()}`, words, isPlain: true };
}

/** MySQL makes an index for each foreign key that has none. */
function isOfForeignKey({ unique, parts }: Index, { foreignKeys }: Table): boolean {
  const columns = parts.map(({ column }) => column).join();
  return !unique && foreignKeys.some((key) => key.columns.join() === columns);
}

function ofIndex({ unique, parts, method, where, include }: Index): ComparableIndex {
  const columns = parts.map(({ column, expression }) => column ?? expression ?? "");
  const isWhole = where === null && method === null && include.length === 0;
  const isPlain = isWhole && parts.every(({ column }) => column !== null);
  if (unique && isPlain) return uniqueKey(columns);
  const condition = where === null ? "" : ` where ${comparableExpression(where)}`;
  const how = method === null ? "" : ` using ${method}`;
  const kind = unique ? "unique" : "index";
  const keys = parts.map(
    ({ column, expression }) => column ?? comparableExpression(expression ?? ""),
  );
  return {
    key: `${kind} ${keys.join()}${how}${condition}`,
    words: `${kind} (${columns.join(", ")})${how}${where === null ? "" : ` where ${where}`}`,
    isPlain,
  };
}
