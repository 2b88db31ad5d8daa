import type { Resolution } from "@domain-isolation/model";
import type { TsConfig } from "./tsconfig/read-tsconfig.js";
import type { World } from "./world.js";

/** What has been resolved, by specifier. */
export type Memory = Map<string, readonly Resolution[]>;

/** What the imports of a file depend on: its folder and its configuration. */
export interface Place {
  /** Absolute. */
  readonly folder: string;
  /** The folder around it with the nearest manifest or tsconfig: names mean the same from both. */
  readonly home: string;
  /** One that has no say in resolution may be passed over. */
  readonly tsconfig: TsConfig | null;
  /** Names mean the same in a whole package: shared by all places with this home. */
  readonly names: Memory;
  readonly paths: Memory;
}

/** Knows for each file what its imports depend on, so that every question is answered only once. */
export interface Places {
  of(file: string): Place;
}

export function createPlaces(world: World): Places {
  const folders = new Map<string, Folder>();
  const byFile = new Map<string, Place>();
  const names = new Map<string, Memory>();

  function namesOf(home: string, tsconfig: TsConfig | null): Memory {
    const key = `${home}\0${tsconfig?.path ?? ""}`;
    const memory = names.get(key) ?? new Map<string, readonly Resolution[]>();
    names.set(key, memory);
    return memory;
  }

  function createFolder(name: string): Folder {
    const folder = name === "" ? world.disk.root : `${world.disk.root}/${name}`;
    const home = homeOf(world, folder);
    const place = (tsconfig: TsConfig | null): Place => {
      return { folder, home, tsconfig, names: namesOf(home, tsconfig), paths: new Map() };
    };
    const [nearest = null, ...others] = world.tsconfigs.candidates(folder);
    return { nearest: place(nearest), others: others.map(place) };
  }

  function choose({ nearest, others }: Folder, file: string): Place {
    const known = byFile.get(file);
    if (known) return known;
    const path = `${world.disk.root}/${file}`;
    const place = [nearest, ...others].find(({ tsconfig }) => tsconfig?.includes(path)) ?? nearest;
    byFile.set(file, place);
    return place;
  }

  function find(file: string): Place {
    const name = file.slice(0, Math.max(0, file.lastIndexOf("/")));
    const folder = folders.get(name) ?? createFolder(name);
    folders.set(name, folder);
    return folder.others.length === 0 ? folder.nearest : choose(folder, file);
  }

  // The imports of a file are asked for one after the other.
  let lastFile: string | null = null;
  let last: Place | null = null;
  return {
    of: (file) => {
      if (last && file === lastFile) return last;
      last = find(file);
      lastFile = file;
      return last;
    },
  };
}

/** A folder with importing files in it: a place for each configuration that they may belong to. */
interface Folder {
  readonly nearest: Place;
  readonly others: readonly Place[];
}

function homeOf({ disk, packages, tsconfigs }: World, folder: string): string {
  const own = packages.around(folder)[0]?.folder ?? disk.root;
  const configured = tsconfigs.nearest(folder)?.folder ?? disk.root;
  const longest = own.length >= configured.length ? own : configured;
  return longest.length > disk.root.length ? longest : disk.root;
}
