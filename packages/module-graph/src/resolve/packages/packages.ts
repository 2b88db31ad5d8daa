import type { Disk } from "../disk.js";
import { asObject, asString, type JsonObject } from "../json.js";
import { parentOf } from "../join-path.js";
import type { Memory, Shelf } from "../memory.js";
import type { Problems } from "../problems.js";

/** A folder with a `package.json`. */
export interface Package {
  readonly folder: string;
  readonly name: string | null;
  readonly json: JsonObject;
}

export interface Packages {
  /** The package of exactly this folder. */
  at(folder: string): Package | null;
  /** The packages around a folder, the nearest first, up to the root. */
  around(folder: string): readonly Package[];
}

export function createPackages(disk: Disk, memory: Memory, problems: Problems): Packages {
  const read: Shelf<Package | null> = new Map();
  const chains: Shelf<readonly Package[]> = new Map();

  const at = (folder: string): Package | null =>
    memory.remember(read, folder, () => {
      const isThere = (): boolean => disk.filesIn(folder)("package.json");
      // That it is gone is seen by the file alone: the folders of a hundred packages need no look.
      if (memory.aside(isThere)) return readPackage(disk, problems, folder);
      return isThere() ? readPackage(disk, problems, folder) : null;
    });

  const around = (folder: string): readonly Package[] =>
    memory.remember(chains, folder, () => {
      const own = at(folder);
      const isBelow = folder.length > disk.root.length && folder.startsWith(disk.root);
      const above = isBelow ? around(parentOf(folder)) : [];
      return own ? [own, ...above] : above;
    });

  return { at, around };
}

function readPackage(disk: Disk, problems: Problems, folder: string): Package | null {
  const path = `${folder}/package.json`;
  const read = disk.json(path);
  if (!read) return null;
  const { value, error } = read;
  if (error) problems.add(path, "package.json", error.span, error.reason);
  return { folder, name: asString(value.name), json: value };
}

/** In the order in which package managers let one section override another. */
const sections = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
] as const;

/** What a package asks for under a name: a range, `workspace:*`, `file:../x`; null if it doesn't. */
export function dependencyOf({ json }: Package, name: string): string | null {
  for (const section of sections) {
    const range = asString(asObject(json[section])[name]);
    if (range !== null) return range;
  }
  return null;
}

/** Every name that a package asks for. */
export function dependencyNames({ json }: Package): readonly string[] {
  return sections.flatMap((section) => Object.keys(asObject(json[section])));
}

/** Where the types of a package may come from, if not from itself. */
export function typesPackage(name: string): string {
  return `@types/${name.replace(/^@/u, "").replace("/", "__")}`;
}

/** `@scope/name/deep/path` → `@scope/name` and `deep/path`; null for what can't be a package. */
export function splitSpecifier(specifier: string): { name: string; subpath: string } | null {
  const match = /^(?<name>(?:@[^/]+\/)?[^/@.#:][^/:]*)(?:\/(?<subpath>.*))?$/u.exec(specifier);
  const name = match?.groups?.name;
  return name ? { name, subpath: match.groups?.subpath ?? "" } : null;
}
