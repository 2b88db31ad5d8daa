import type { Resolution } from "@domain-isolation/model";
import { remember } from "../remember.js";
import type { Shelf } from "./memory.js";
import type { TsConfig } from "./tsconfig/read-tsconfig.js";
import type { World } from "./world.js";

/** What has been resolved, by specifier. */
export type Resolutions = Shelf<readonly Resolution[]>;

/** What the imports of a file depend on: its folder and its configuration. */
export interface Place {
  /** Absolute. */
  readonly folder: string;
  /** The folder around it with the nearest manifest or tsconfig: names mean the same from both. */
  readonly home: string;
  /** One that has no say in resolution may be passed over. */
  readonly tsconfig: TsConfig | null;
  /** Names mean the same in a whole package: shared by all places with this home. */
  readonly names: Resolutions;
  readonly paths: Resolutions;
}

/** Knows for each file what its imports depend on, so that every question is answered only once. */
export interface Places {
  of(file: string): Place;
}

export function createPlaces(world: World): Places {
  const { disk, memory, tsconfigs } = world;
  const folders: Shelf<Folder> = new Map();
  const names = new Map<TsConfig | null, Map<string, Resolutions>>();

  const namesOf = (home: string, tsconfig: TsConfig | null): Resolutions => {
    const known = remember(names, tsconfig, () => new Map<string, Resolutions>());
    return remember(known, home, (): Resolutions => new Map());
  };

  const folderOf = (name: string): Folder =>
    memory.remember(folders, name, () => {
      const folder = name === "" ? disk.root : `${disk.root}/${name}`;
      const home = homeOf(world, folder);
      const place = (tsconfig: TsConfig | null): Place => {
        return { folder, home, tsconfig, names: namesOf(home, tsconfig), paths: new Map() };
      };
      const [nearest = null, ...others] = tsconfigs.candidates(folder);
      return { nearest: place(nearest), others: others.map(place), chosen: new Map() };
    });

  function choose({ nearest, others, chosen }: Folder, file: string): Place {
    return remember(chosen, file, () => {
      const path = `${disk.root}/${file}`;
      return [nearest, ...others].find(({ tsconfig }) => tsconfig?.includes(path)) ?? nearest;
    });
  }

  return {
    of: (file) => {
      const folder = folderOf(file.slice(0, Math.max(0, file.lastIndexOf("/"))));
      return folder.others.length === 0 ? folder.nearest : choose(folder, file);
    },
  };
}

/** A folder with importing files in it: a place for each configuration that they may belong to. */
interface Folder {
  readonly nearest: Place;
  readonly others: readonly Place[];
  /** By file, where there are several. */
  readonly chosen: Map<string, Place>;
}

function homeOf({ disk, packages, tsconfigs }: World, folder: string): string {
  const own = packages.around(folder)[0]?.folder ?? disk.root;
  const configured = tsconfigs.nearest(folder)?.folder ?? disk.root;
  const longest = own.length >= configured.length ? own : configured;
  return longest.length > disk.root.length ? longest : disk.root;
}
