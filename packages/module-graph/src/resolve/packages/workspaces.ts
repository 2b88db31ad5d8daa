import { posix } from "node:path";
import { compilePattern } from "@domain-isolation/model";
import type { Disk } from "../disk.js";
import { asObject, asString, asStrings, isObject, type JsonObject } from "../json.js";
import { parentOf } from "../join-path.js";
import type { Memory, Shelf } from "../memory.js";
import type { Problems } from "../problems.js";
import { remember } from "../../remember.js";
import { findFolders } from "./find-folders.js";
import { dependencyNames, dependencyOf, type Package, type Packages } from "./packages.js";

export interface Workspaces {
  /** The package below the root that this name means in code of this folder. */
  find(folder: string, name: string): Package | null;
  /** A package of the workspace around this folder that depends on this name. */
  dependent(folder: string, name: string): Package | null;
}

/** The packages of one workspace by name, and for each name the first that depends on it. */
interface Workspace {
  readonly members: ReadonlyMap<string, Package>;
  readonly dependents: () => ReadonlyMap<string, Package>;
}

/** Packages by name, as npm, pnpm, Yarn, Lerna and Rush declare them; nothing need be installed. */
export function createWorkspaces(context: WorkspaceContext): Workspaces {
  const { disk, memory, packages } = context;
  const chains: Shelf<readonly Workspace[]> = new Map();

  /** The workspaces around a folder, the nearest first. */
  function around(folder: string): readonly Workspace[] {
    return memory.remember(chains, folder, () => {
      const folders = memberFolders(context, folder);
      const members = folders.map((member) => packages.at(member)).filter((x) => x !== null);
      const isTop = folder === disk.root || !folder.startsWith(`${disk.root}/`);
      const above = isTop ? [] : around(parentOf(folder));
      return members.length > 0 ? [createWorkspace(members), ...above] : above;
    });
  }

  function inWorkspace(folder: string, name: string): Package | null {
    for (const { members } of around(folder)) {
      const found = members.get(name);
      if (found) return found;
    }
    return null;
  }

  /** A dependency may name a folder, or give a package of the workspace another name. */
  function linked(folder: string, name: string): Package | null {
    const nearest = packages.around(folder)[0];
    const range = nearest && dependencyOf(nearest, name);
    if (!nearest || !range) return null;
    const place = /^(?:link|file|portal|workspace):(?<path>\.{1,2}(?:\/.*)?)$/u.exec(range);
    const path = place?.groups?.path;
    if (path) return packages.at(posix.join(nearest.folder, path).replace(/\/$/u, ""));
    const alias = /^workspace:(?<name>(?:@[^/]+\/)?[^@/]+)@/u.exec(range)?.groups?.name;
    return alias ? inWorkspace(folder, alias) : null;
  }

  function itself(folder: string, name: string): Package | null {
    return packages.around(folder).find((owner) => owner.name === name) ?? null;
  }

  const owners = new Map<string, Shelf<Package | null>>();

  function find(folder: string, name: string): Package | null {
    const known = remember(owners, folder, (): Shelf<Package | null> => new Map());
    return memory.remember(
      known,
      name,
      () => linked(folder, name) ?? inWorkspace(folder, name) ?? itself(folder, name),
    );
  }

  return {
    find,
    dependent: (folder, name) => {
      const workspace = around(folder).find(({ dependents }) => dependents().has(name));
      return workspace?.dependents().get(name) ?? null;
    },
  };
}

/** Of two packages with one name, the first by path is meant. */
function createWorkspace(members: readonly Package[]): Workspace {
  const reversed = members.toReversed();
  let dependents: ReadonlyMap<string, Package> | null = null;
  return {
    members: new Map(reversed.map((member) => [member.name ?? "", member])),
    dependents: () => (dependents ??= dependentsOf(reversed)),
  };
}

function dependentsOf(members: readonly Package[]): ReadonlyMap<string, Package> {
  return new Map(
    members.flatMap((member) => dependencyNames(member).map((name) => [name, member])),
  );
}

interface WorkspaceContext {
  readonly disk: Disk;
  readonly memory: Memory;
  readonly packages: Packages;
  readonly problems: Problems;
}

function memberFolders(
  { disk, packages, problems }: WorkspaceContext,
  folder: string,
): readonly string[] {
  const patterns = [
    ...packagePatterns(packages.at(folder)),
    ...pnpmPatterns(disk, problems, `${folder}/pnpm-workspace.yaml`),
    ...asStrings(json(disk, `${folder}/lerna.json`).packages),
  ];
  const globbed = patterns.length > 0 ? [folder, ...matchingFolders(disk, folder, patterns)] : [];
  const rush = rushFolders(json(disk, `${folder}/rush.json`));
  return [...globbed, ...rush.map((path) => posix.join(folder, path))];
}

function json(disk: Disk, path: string): JsonObject {
  const read = disk.isFile(path) ? disk.json(path) : null;
  return read?.value ?? {};
}

/** npm and Yarn; Yarn 1 and Bun also write an object with `packages`. */
function packagePatterns(root: Package | null): readonly string[] {
  const workspaces = root?.json.workspaces;
  return asStrings(isObject(workspaces) ? workspaces.packages : workspaces);
}

function pnpmPatterns(disk: Disk, problems: Problems, path: string): readonly string[] {
  const read = disk.isFile(path) ? disk.yaml(path) : null;
  if (read?.error) problems.add(path, "package.json", read.error.span, read.error.reason);
  return asStrings(read?.value.packages);
}

function rushFolders({ projects }: JsonObject): readonly string[] {
  if (!Array.isArray(projects)) return [];
  return projects
    .map((project) => asString(asObject(project).projectFolder))
    .filter((path) => path !== null);
}

/** A pattern after `!` takes folders away again. */
function matchingFolders(
  disk: Disk,
  folder: string,
  patterns: readonly string[],
): readonly string[] {
  const excluded = patterns
    .filter((pattern) => pattern.startsWith("!"))
    .map((pattern) => compilePattern(pattern.slice(1).replace(/^\.\//u, "").replace(/\/+$/u, "")));
  return patterns
    .filter((pattern) => !pattern.startsWith("!"))
    .flatMap((pattern) => findFolders(disk, folder, pattern))
    .filter((path) => !excluded.some(({ matches }) => matches(path.slice(folder.length + 1))))
    .sort();
}
