import { nameOfToken, parseStatements, parseTokens, type NamedTable } from "@domain-isolation/sql";
import type { DialectRules } from "./dialects/dialect-rules.js";
import { namesIn, renameTokens, type SpelledName } from "./rename-in-expression.js";

type Rules = Pick<DialectRules, "dialect" | "fold" | "foldColumn">;

/** A query in which a table has another name. */
export function renameTableInQuery(query: string, from: string, to: string, rules: Rules): string {
  const { dialect, fold } = rules;
  const places = new Set(tablesNamed(query, from, rules).map(({ nameStart }) => nameStart));
  return renameTokens(query, to, dialect, ({ name, start, next, previous }) => {
    const isQualifier = next === "." && previous !== "." && fold(name) === fold(from);
    return places.has(start) || isQualifier;
  });
}

/**
 * A query in which a column of a table has another name. `isSole` says whether no other table that
 * the query reads has a column of that name.
 */
export function renameColumnInQuery(
  query: string,
  table: string,
  column: { readonly from: string; readonly to: string; readonly isSole: boolean },
  rules: Rules,
): string {
  const { dialect, fold, foldColumn } = rules;
  const aliases = new Set(
    tablesNamed(query, table, rules).map((named) =>
      fold(aliasBehind(query, named, rules) ?? table),
    ),
  );
  const isMeant = ({ name, next, previous, qualifier }: SpelledName) => {
    if (next === "(" || next === "." || foldColumn(name) !== foldColumn(column.from)) return false;
    if (qualifier !== null) return aliases.has(fold(qualifier));
    return column.isSole && previous.toLowerCase() !== "as";
  };
  return renameTokens(query, column.to, dialect, isMeant);
}

function tablesNamed(query: string, name: string, { dialect, fold }: Rules): readonly NamedTable[] {
  return parseStatements(query, dialect)
    .flatMap((statement) => statement.tables().named)
    .filter(({ path }) => fold(path.at(-1) ?? "") === fold(name));
}

const behindTables = new Set([
  ...[
    "where",
    "join",
    "on",
    "using",
    "left",
    "right",
    "full",
    "inner",
    "cross",
    "natural",
    "group",
  ],
  ...["order", "having", "limit", "union", "intersect", "except", "window", "outer", "indexed"],
  ...["not", "offset", "straight_join", "force", "use", "ignore", "for"],
]);

/** `users AS u`, `users u` */
function aliasBehind(query: string, { end }: NamedTable, { dialect }: Rules): string | null {
  const rest = query.slice(end);
  const [first, second] = parseTokens(rest, dialect);
  const [name] = namesIn(rest, dialect);
  if (!name || name.start !== first?.start) return null;
  if (name.name.toLowerCase() === "as") return second ? nameOfToken(second, rest, dialect) : null;
  return behindTables.has(name.name.toLowerCase()) ? null : name.name;
}
