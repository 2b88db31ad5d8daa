import { posix } from "node:path";
import { asString } from "../json.js";
import { entryTargets } from "../packages/entry-targets.js";
import { splitSpecifier, type Package } from "../packages/packages.js";
import type { LayerContext } from "./layers.js";

/**
 * The file that a tsconfig extends: by path, or in a package, be it installed or of the workspace.
 * https://www.typescriptlang.org/tsconfig/#extends
 */
export function findExtended(
  context: LayerContext,
  folder: string,
  extended: string,
): string | null {
  if (/^\.{1,2}(?:\/|$)|^\//u.test(extended)) {
    const path = extended.startsWith("/") ? extended : posix.join(folder, extended);
    return configAt(context, path);
  }
  const split = splitSpecifier(extended);
  if (!split) return null;
  for (const owner of candidatePackages(context, folder, split.name)) {
    const found = inPackage(context, owner, split.subpath);
    if (found) return found;
  }
  return null;
}

function candidatePackages(
  { disk, packages, workspaces }: LayerContext,
  folder: string,
  name: string,
): readonly Package[] {
  const own = workspaces.find(folder, name);
  const found = own ? [own] : [];
  for (let around = folder; around.startsWith(disk.root); around = posix.dirname(around)) {
    const installed = `${around}/node_modules/${name}`;
    if (disk.isFolder(installed)) {
      found.push(packages.at(installed) ?? { folder: installed, name, json: {} });
    }
    if (around === disk.root) break;
  }
  return found;
}

function inPackage(context: LayerContext, owner: Package, subpath: string): string | null {
  const main = subpath || (asString(owner.json.tsconfig) ?? "tsconfig.json");
  const exported = entryTargets(owner, subpath, new Set(["types", "require", "node"]));
  const targets = [main, ...exported.filter((target) => target.endsWith(".json"))];
  for (const target of targets) {
    const found = configAt(context, posix.join(owner.folder, target));
    if (found) return found;
  }
  return null;
}

function configAt({ disk }: LayerContext, path: string): string | null {
  const candidates = [path, `${path}.json`, `${path}/tsconfig.json`];
  return candidates.find((candidate) => disk.isFile(candidate)) ?? null;
}
