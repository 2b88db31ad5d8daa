import { isRelative, type Request } from "../request.js";
import { matchPaths } from "../tsconfig/paths.js";
import type { TsConfig } from "../tsconfig/read-tsconfig.js";
import type { World } from "../world.js";
import { shown, type Note, type Outcome, type Step } from "./step.js";

/** `paths` and `baseUrl` of the file's own tsconfig. */
export const tsconfigStep: Step = (request, world, note) => {
  if (isPath(request)) return null;
  if (request.tsconfig) return tryConfig(request.tsconfig, request, world, note);
  note?.("tsconfig", "none around this file has paths or a baseUrl");
  return null;
};

/**
 * The same of every other tsconfig around the file: tests and scripts are often left out of the one
 * that has their aliases. Only for what would lead nowhere.
 */
export const otherTsconfigsStep: Step = (request, world, note) => {
  if (isPath(request)) return null;
  for (const config of world.tsconfigs.around(request.folder)) {
    if (config === request.tsconfig) continue;
    const outcome = tryConfig(config, request, world, note);
    if (outcome) return outcome;
  }
  return null;
};

function isPath({ specifier }: Request): boolean {
  return isRelative(specifier) || specifier.startsWith("/");
}

function tryConfig(config: TsConfig, request: Request, world: World, note: Note | null): Outcome {
  const match = matchPaths(config, request.specifier);
  if (!match) {
    note?.(`paths and baseUrl of ${shown(world.disk, config.path)}`, "nothing for this specifier");
    return null;
  }
  for (const candidate of match.candidates) {
    const file = world.findModule(candidate);
    note?.(
      `${match.by} of ${shown(world.disk, config.path)}`,
      file ? shown(world.disk, file) : `nothing at ${shown(world.disk, candidate)}`,
    );
    if (file) return [file];
  }
  return null;
}
