import type { Disk } from "../disk.js";
import { asObject, asString, type JsonObject } from "../json.js";
import { parentOf } from "../join-path.js";
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

export function createPackages(disk: Disk, problems: Problems): Packages {
  const read = new Map<string, Package | null>();
  const chains = new Map<string, readonly Package[]>();

  function at(folder: string): Package | null {
    const known = read.get(folder);
    if (known !== undefined) return known;
    const made = disk.filesIn(folder)("package.json") ? readPackage(disk, problems, folder) : null;
    read.set(folder, made);
    return made;
  }

  function around(folder: string): readonly Package[] {
    const known = chains.get(folder);
    if (known) return known;
    const own = at(folder);
    const above =
      folder.length > disk.root.length && folder.startsWith(disk.root)
        ? around(parentOf(folder))
        : [];
    const chain = own ? [own, ...above] : above;
    chains.set(folder, chain);
    return chain;
  }

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
