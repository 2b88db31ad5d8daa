import { joinPath } from "../join-path.js";
import { isRelative, type Request } from "../request.js";
import type { TsConfig } from "../tsconfig/read-tsconfig.js";
import type { World } from "../world.js";
import { shown, type Note, type Outcome, type Step } from "./step.js";

/** `./x`, `../x`; and `x` where the form is that of a URL, which needs no dot. */
export const relativeStep: Step = (request, world, note) => {
  const { specifier, folder, kind } = request;
  const isUrl = kind === "url" || kind === "file";
  if (!isRelative(specifier) && (!isUrl || specifier.startsWith("/"))) return null;
  const path = joinPath(folder, endsInDots(specifier) ? `${specifier}/` : specifier);
  const found = findAround(request, world, path, note);
  if (found) return found;
  // A fragment is left out if there is no file with `#` in its name.
  const fragment = specifier.indexOf("#");
  if (fragment <= 0) return null;
  return findAround(request, world, joinPath(folder, specifier.slice(0, fragment)), note);
};

/** `.` and `..` are folders. */
function endsInDots(specifier: string): boolean {
  return specifier.endsWith(".") && /(?:^|\/)\.{1,2}$/u.test(specifier);
}

/** At a path, and where else `rootDirs` say that it may be. */
function findAround(request: Request, world: World, path: string, note: Note | null): Outcome {
  const found = find(request, world, path, note);
  if (found || !request.tsconfig || request.tsconfig.rootDirs.length === 0) return found;
  for (const place of inRootDirs(request.tsconfig, path)) {
    const outcome = find(request, world, place, note);
    if (outcome) return outcome;
  }
  return null;
}

function find(request: Request, world: World, path: string, note: Note | null): Outcome {
  const outcome = lookAt(request, world, path);
  note?.(`relative: ${shown(world.disk, path)}`, told(world, outcome));
  return outcome;
}

function lookAt({ kind, tsconfig }: Request, { disk, findModule }: World, path: string): Outcome {
  if (kind === "file" && disk.isFolder(path.replace(/\/$/u, ""))) return [];
  const suffixes = tsconfig?.moduleSuffixes;
  const file = findModule(path, suffixes && suffixes.length > 0 ? { suffixes } : undefined);
  return file === null ? null : [file];
}

/** Folders that are one at run time: https://www.typescriptlang.org/tsconfig/#rootDirs */
function inRootDirs({ rootDirs }: TsConfig, path: string): readonly string[] {
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
