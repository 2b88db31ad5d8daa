import { splitSpecifier } from "../packages/packages.js";
import { conditionsOf } from "./conditions.js";
import { shown, type Step } from "./step.js";

/** Packages of this repository by name, installed or not, built or not. */
export const workspaceStep: Step = (request, world, note) => {
  const split = splitSpecifier(request.specifier);
  const owner = split && world.workspaces.find(request.folder, split.name);
  if (!split || !owner) return null;
  const found = world.findInPackage(owner, split.subpath, conditionsOf(request));
  const attempt = `workspace package ${split.name} in ${shown(world.disk, owner.folder)}`;
  const outcome = found && `${shown(world.disk, found.file)} (${found.by})`;
  note?.(attempt, outcome ?? "it has no such file");
  return found && [found.file];
};
