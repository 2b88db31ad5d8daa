import { posix } from "node:path";
import { asObject, isObject } from "../json.js";
import { mappedTargets } from "../packages/exports-map.js";
import type { Request } from "../request.js";
import type { World } from "../world.js";
import { conditionsOf } from "./conditions.js";
import { declaredStep, installedStep } from "./installed.js";
import { builtinStep, schemeStep } from "./platform.js";
import { shown, type Note, type Outcome, type Step } from "./step.js";
import { workspaceStep } from "./workspace.js";

/** `#x`: the `imports` of the nearest package that has any. */
export const packageImportsStep: Step = (request, world, note) => {
  const { specifier, folder } = request;
  if (!specifier.startsWith("#")) return null;
  const owner = world.packages.around(folder).find(({ json }) => isObject(json.imports));
  if (!owner) return null;
  const attempt = `imports of ${shown(world.disk, owner.folder)}/package.json`;
  const targets = mappedTargets(asObject(owner.json.imports), specifier, conditionsOf(request));
  if (targets.length === 0) note?.(attempt, "nothing for this specifier");
  for (const target of targets) {
    if (!target.startsWith(".")) {
      note?.(attempt, `the package ${target}`);
      return resolvePackage({ ...request, specifier: target, folder: owner.folder }, world, note);
    }
    const file = world.findTarget(posix.join(owner.folder, target));
    note?.(attempt, file ? shown(world.disk, file) : `nothing at ${target}`);
    if (file) return [file];
  }
  return null;
};

function resolvePackage(request: Request, world: World, note: Note | null): Outcome {
  for (const step of [schemeStep, builtinStep, workspaceStep, declaredStep, installedStep]) {
    const outcome = step(request, world, note);
    if (outcome) return outcome;
  }
  return null;
}
