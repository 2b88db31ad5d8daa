import { posix } from "node:path";
import { dependencyOf, splitSpecifier, typesPackage } from "../packages/packages.js";
import type { World } from "../world.js";
import { conditionsOf } from "./conditions.js";
import { shown, type Step } from "./step.js";

/**
 * What a package around the file says it depends on, and what others of the workspace do: package
 * managers hoist that. Nothing need be installed to know it.
 */
export const declaredStep: Step = ({ specifier, folder }, world, note) => {
  const name = splitSpecifier(specifier)?.name;
  if (name === undefined || world.workspaces.find(folder, name)) return null;
  const names = [name, typesPackage(name)];
  const owner =
    world.packages
      .around(folder)
      .find((around) => names.some((x) => dependencyOf(around, x) !== null)) ??
    names.map((x) => world.workspaces.dependent(folder, x)).find((found) => found !== null);
  if (!owner) return null;
  note?.(`dependencies of ${shown(world.disk, `${owner.folder}/package.json`)}`, "external");
  return "external";
};

/** What lies in `node_modules` without being declared; a link may lead back to one of our packages. */
export const installedStep: Step = (request, world, note) => {
  const split = splitSpecifier(request.specifier);
  const place = split && findInstalled(world, request.folder, split.name);
  if (!place) return null;
  const real = world.disk.realPath(place);
  const attempt = `installed: ${shown(world.disk, place)}`;
  if (!real.startsWith(`${world.disk.root}/`) || real.includes("/node_modules/")) {
    note?.(attempt, "external");
    return "external";
  }
  const owner = world.packages.at(real) ?? { folder: real, name: split.name, json: {} };
  const found = world.findInPackage(owner, split.subpath, conditionsOf(request));
  note?.(attempt, found ? `${shown(world.disk, found.file)} (${found.by})` : "it has no such file");
  return found && [found.file];
};

function findInstalled({ disk }: World, folder: string, name: string): string | null {
  for (let around = folder; around.startsWith(disk.root); around = posix.dirname(around)) {
    for (const candidate of [name, typesPackage(name)]) {
      const place = `${around}/node_modules/${candidate}`;
      if (disk.isFolder(place)) return place;
    }
    if (around === disk.root) break;
  }
  return null;
}
