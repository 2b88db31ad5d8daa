import type { Resolution } from "@domain-isolation/model";
import { remember } from "../remember.js";
import type { TsConfig } from "./tsconfig/read-tsconfig.js";
import type { World } from "./world.js";

/** What has been resolved, by specifier. */
export type Memory = Map<string, readonly Resolution[]>;

/** A folder with importing files in it, and what resolution from it depends on. */
export interface Place {
  /** Absolute. */
  readonly folder: string;
  /** The folder around it with the nearest manifest or tsconfig: names mean the same from both. */
  readonly home: string;
  /** The configurations that a file in it may belong to, the nearest first. */
  readonly tsconfigs: readonly TsConfig[];
}

/** Knows for each file what its imports depend on, so that every question is answered only once. */
export interface Places {
  of(file: string): Place;
  /** The configuration of a file; one that has no say in resolution may be passed over. */
  tsconfig(file: string): TsConfig | null;
  /** Where to remember: names mean the same in a whole package, paths only in one folder. */
  memory(file: string, isName: boolean): Memory;
}

export function createPlaces(world: World): Places {
  const places = new Map<string, Place & Memories>();
  const byFile = new Map<string, TsConfig | null>();
  const memories = new Map<string, Memory>();

  const memoryOf = (folder: string, tsconfig: TsConfig | null): Memory =>
    remember(
      memories,
      `${folder}\0${tsconfig?.path ?? ""}`,
      () => new Map<string, readonly Resolution[]>(),
    );

  const make = (folder: string): Place & Memories => {
    const place = createPlace(world, folder);
    if (place.tsconfigs.length > 1) return place;
    const tsconfig = place.tsconfigs[0] ?? null;
    return { ...place, names: memoryOf(place.home, tsconfig), paths: new Map() };
  };

  // The imports of a file are asked for one after the other.
  let last: { readonly file: string; readonly place: Place & Memories } | null = null;
  const of = (file: string): Place & Memories => {
    if (last?.file === file) return last.place;
    const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
    const place = remember(places, folder, () => make(folder));
    last = { file, place };
    return place;
  };

  const tsconfig = (file: string): TsConfig | null => {
    const { tsconfigs } = of(file);
    if (tsconfigs.length < 2) return tsconfigs[0] ?? null;
    return remember(byFile, file, () => {
      const path = `${world.disk.root}/${file}`;
      return tsconfigs.find((config) => config.includes(path)) ?? tsconfigs[0] ?? null;
    });
  };

  return {
    of,
    tsconfig,
    memory: (file, isName) => {
      const place = of(file);
      const known = isName ? place.names : place.paths;
      return known ?? memoryOf(isName ? place.home : `${place.folder}/`, tsconfig(file));
    },
  };
}

/** Set where all files of a folder belong to the same configuration. */
interface Memories {
  readonly names?: Memory;
  readonly paths?: Memory;
}

function createPlace({ disk, packages, tsconfigs }: World, name: string): Place {
  const folder = name === "" ? disk.root : `${disk.root}/${name}`;
  const homes = [packages.around(folder)[0]?.folder, tsconfigs.nearest(folder)?.folder, disk.root];
  const home = homes.reduce<string>(
    (longest, other = "") => (other.length > longest.length ? other : longest),
    "",
  );
  return { folder, home, tsconfigs: tsconfigs.candidates(folder) };
}
