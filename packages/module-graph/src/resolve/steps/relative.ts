import { posix } from "node:path";
import { isRelative, type Request } from "../request.js";
import type { TsConfig } from "../tsconfig/read-tsconfig.js";
import type { World } from "../world.js";
import { shown, type Note, type Outcome, type Step } from "./step.js";

/** `./x`, `../x`; and `x` where the form is that of a URL, which needs no dot. */
export const relativeStep: Step = (request, world, note) => {
  const { specifier, folder, kind } = request;
  const isUrl = kind === "url" || kind === "file";
  if (!isRelative(specifier) && (!isUrl || specifier.startsWith("/"))) return null;
  for (const name of spellings(specifier)) {
    const path = posix.join(folder, name);
    for (const place of [path, ...inRootDirs(request.tsconfig, path)]) {
      const outcome = find(request, world, place);
      note?.(`relative: ${shown(world.disk, place)}`, told(world, outcome));
      if (outcome) return outcome;
    }
  }
  return null;
};

/** `.` and `..` are folders. A fragment is left out if there is no file with `#` in its name. */
function spellings(specifier: string): readonly string[] {
  const path = /(?:^|\/)\.{1,2}$/u.test(specifier) ? `${specifier}/` : specifier;
  const fragment = path.indexOf("#");
  return fragment > 0 ? [path, path.slice(0, fragment)] : [path];
}

function find({ kind, tsconfig }: Request, { disk, findModule }: World, path: string): Outcome {
  const folder = path.replace(/\/$/u, "");
  if (kind === "file" && disk.isFolder(folder)) return [];
  const suffixes = tsconfig?.moduleSuffixes ?? [];
  const file = findModule(path, suffixes.length > 0 ? { suffixes } : undefined);
  return file === null ? null : [file];
}

/** Folders that are one at run time: https://www.typescriptlang.org/tsconfig/#rootDirs */
function inRootDirs(tsconfig: TsConfig | null, path: string): readonly string[] {
  if (!tsconfig || tsconfig.rootDirs.length === 0) return [];
  const { rootDirs } = tsconfig;
  const own = rootDirs
    .filter((rootDir) => path.startsWith(`${rootDir}/`))
    .reduce((longest, rootDir) => (rootDir.length > longest.length ? rootDir : longest), "");
  if (!own) return [];
  const rest = path.slice(own.length);
  return rootDirs.filter((rootDir) => rootDir !== own).map((rootDir) => rootDir + rest);
}

function told({ disk }: World, outcome: Outcome): string {
  if (outcome === null) return "nothing there";
  return outcome[0] === undefined ? "a folder, no module" : shown(disk, outcome[0]);
}

/** `/src/x`: from the folder of the package, as bundlers serve it, or from its `public`. */
export const absoluteStep: Step = ({ specifier, folder }, world, note: Note | null) => {
  if (!specifier.startsWith("/")) return null;
  const base = world.packages.around(folder)[0]?.folder ?? world.disk.root;
  const isOurs = specifier.startsWith(`${world.disk.root}/`);
  const places = isOurs ? [specifier] : [base + specifier, `${base}/public${specifier}`];
  for (const place of places) {
    const file = world.findModule(place);
    note?.(
      `absolute: ${shown(world.disk, place)}`,
      file ? shown(world.disk, file) : "nothing there",
    );
    if (file) return [file];
  }
  return null;
};
