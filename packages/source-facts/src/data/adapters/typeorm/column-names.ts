import { keyName } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { membersOf } from "../../evaluate/construction.js";
import { strategyName, type StrategyArgument } from "../class-orm/naming-strategy.js";
import { namingOf } from "./naming.js";
import { snakeCase } from "./snake-case.js";

/**
 * How TypeORM names columns that code leaves unnamed; null where a strategy of ours gives a name that
 * can't be told: https://github.com/typeorm/typeorm/blob/master/src/naming-strategy/DefaultNamingStrategy.ts
 */
export type NamedColumn = string | null;

/** Of a property; `prefixes` are those of the objects in which it is embedded. */
export function columnName(
  property: string,
  given: string | null,
  prefixes: readonly string[],
  analysis: Analysis,
): NamedColumn {
  const own = byStrategy("columnName", [property, given, prefixes], analysis);
  if (own !== undefined) return own;
  if (namingOf(analysis).isSnake)
    return snakeCase([...prefixes, ""].join("_")) + (given ?? snakeCase(property));
  const name = given ?? property;
  return prefixes.length === 0 ? name : camelCase(prefixes.join("_")) + titleCase(name);
}

/** Of the key that a relation puts into its table. */
export function joinColumnName(
  relation: string,
  referenced: string,
  analysis: Analysis,
): NamedColumn {
  const own = byStrategy("joinColumnName", [relation, referenced], analysis);
  return own === undefined ? joined(`${relation}_${referenced}`, analysis) : own;
}

/** Of the key of one side in the table between two. */
export function joinTableColumnName(
  [table, property, column]: readonly [table: string, property: string, column: string],
  side: "own" | "inverse",
  analysis: Analysis,
): NamedColumn {
  const { prefix } = namingOf(analysis);
  const bare = table.startsWith(prefix) ? table.slice(prefix.length) : table;
  const method = side === "own" ? "joinTableColumnName" : "joinTableInverseColumnName";
  const own = byStrategy(method, [bare, property, column], analysis);
  return own === undefined ? joined(`${bare}_${column}`, analysis) : own;
}

/** Undefined where no strategy of ours has a word in it. */
function byStrategy(
  method: string,
  names: readonly StrategyArgument[],
  analysis: Analysis,
): NamedColumn | undefined {
  const { strategy } = namingOf(analysis);
  if (!strategy) return undefined;
  const named = strategyName(strategy, method, names, analysis);
  const isOurs = membersOf(strategy.node).some((each) => keyName(each, "key") === method);
  return named ?? (isOurs ? null : undefined);
}

function joined(name: string, analysis: Analysis): string {
  return namingOf(analysis).isSnake ? snakeCase(name) : camelCase(name);
}

/** As TypeORM writes both: https://github.com/typeorm/typeorm/blob/master/src/util/StringUtils.ts */
function camelCase(text: string): string {
  return text.replaceAll(/^([A-Z])|[\s\-_](\w)/gu, (_whole, first?: string, next?: string) =>
    next === undefined ? (first ?? "").toLowerCase() : next.toUpperCase(),
  );
}

function titleCase(text: string): string {
  return text.replaceAll(
    /\w\S*/gu,
    (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  );
}
