import { childOf, childrenOf, identifierName } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { DataWorld } from "../../modules.js";
import type { Handle } from "../../values/value.js";
import { configured } from "./client.js";

const known = new WeakMap<DataWorld, boolean>();

/**
 * A table's name in the database: the plugin for camel case writes `userCodes` as `user_codes`. Of a
 * client of which only the type is known, the repository decides.
 */
export function databaseName(name: string, handle: Handle | null, analysis: Analysis): string {
  const plugins = handle ? configured(handle, "plugins", analysis) : undefined;
  const isSnakeCase =
    plugins === undefined
      ? usesPlugin(analysis.world)
      : plugins !== null &&
        childrenOf(plugins, "elements").some(
          (each) => identifierName(childOf(each, "callee")) === "CamelCasePlugin",
        );
  return isSnakeCase ? snakeCase(name) : name;
}

function usesPlugin(world: DataWorld): boolean {
  let uses = known.get(world);
  if (uses === undefined) {
    uses = world.filesWith(/\bnew\s+CamelCasePlugin\b/u).length > 0;
    known.set(world, uses);
  }
  return uses;
}

/** As the plugin does it: https://kysely-org.github.io/kysely-apidoc/classes/CamelCasePlugin.html */
function snakeCase(name: string): string {
  return name.replaceAll(/(?<!^|\p{Lu})\p{Lu}/gu, "_$&").toLowerCase();
}
