import { childOf, identifierName } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { DataWorld } from "../../modules.js";
import type { Place } from "../../values/place.js";
import { declaringFiles } from "../class-orm/declaring-files.js";
import { namedOptions } from "../class-orm/named-options.js";
import { strategyName } from "../class-orm/naming-strategy.js";
import { entityLibrary } from "./library.js";
import { snakeCase } from "./snake-case.js";

/** How the data sources of a repository name what its code leaves unnamed. */
export interface Naming {
  readonly prefix: string;
  /** The class of ours that does it; null for TypeORM's own, and those that do as it does. */
  readonly strategy: Place | null;
  /** Whether it is the one that writes all names in snake case: https://github.com/tonivj5/typeorm-naming-strategies */
  readonly isSnake: boolean;
}

const known = new WeakMap<DataWorld, Naming>();

/**
 * The table of a class, by the name that is given to it or by the class's own:
 * https://github.com/typeorm/typeorm/blob/master/src/naming-strategy/DefaultNamingStrategy.ts
 */
export function tableName(className: string, given: string | null, analysis: Analysis): string {
  const { prefix, strategy } = namingOf(analysis);
  const named = strategy && strategyName(strategy, "tableName", [className, given], analysis);
  return prefix + (named ?? given ?? snakeCase(className));
}

/** The table between those of two entities: `product_channels_channel`. */
export function junctionName(
  own: string,
  other: string,
  property: string,
  given: string | null,
  analysis: Analysis,
): string {
  const { prefix, strategy } = namingOf(analysis);
  if (given !== null) return prefix + given;
  const [first, second] = [own, other].map((table) =>
    table.startsWith(prefix) ? table.slice(prefix.length) : table,
  );
  const names = [first ?? own, second ?? other, property, ""];
  const named = strategy && strategyName(strategy, "joinTableName", names, analysis);
  const usual = `${String(first)}_${property.replaceAll(".", "_")}_${String(second)}`;
  return prefix + (named ?? snakeCase(usual));
}

export function namingOf(analysis: Analysis): Naming {
  const before = known.get(analysis.world);
  if (before) return before;
  const keys = ["namingStrategy", "entityPrefix"];
  const options = namedOptions(keys, declaringFiles(entityLibrary, analysis.world), analysis);
  const prefixes = options.flatMap(({ key, value }) =>
    key === "entityPrefix" ? (analysis.constant(value) ?? []) : [],
  );
  const strategies = options.flatMap(({ key, value }) => {
    const strategy = key === "namingStrategy" ? analysis.evaluate(value) : null;
    return strategy?.is === "instance" ? [strategy.class] : [];
  });
  const isSnake = options.some(({ key, value }) => key === "namingStrategy" && makesSnake(value));
  const naming = { prefix: prefixes[0] ?? "", strategy: strategies[0] ?? null, isSnake };
  known.set(analysis.world, naming);
  return naming;
}

function makesSnake({ node }: Place): boolean {
  const callee = node.type === "NewExpression" ? childOf(node, "callee") : null;
  return identifierName(callee) === "SnakeNamingStrategy";
}
