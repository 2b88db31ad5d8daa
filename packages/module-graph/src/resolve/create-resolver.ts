import type { ImportForm, Resolution } from "@domain-isolation/model";
import type { Shelf } from "./memory.js";
import { createPlaces, type Place, type Places } from "./places.js";
import { createReadings } from "./readings.js";
import { isName, requestKind, undecorate, type Request, type RequestKind } from "./request.js";
import type { Resolver } from "./resolver.js";
import type { Note } from "./steps/step.js";
import { steps } from "./steps/steps.js";
import { createWorld, type World } from "./world.js";

/** What is known of the disk, and what has been resolved with it. */
interface State {
  readonly world: World;
  readonly places: Places;
  /** What each file that was found is to us. */
  readonly targets: Shelf<Resolution>;
}

/**
 * A resolver for the files below `root` (absolute and real). It reads tsconfigs, package manifests
 * and folders when it first needs them. After a `refresh` it looks whether they are as they were.
 */
export function createResolver(root: string, readings = createReadings()): Resolver {
  const world = createWorld(root.replaceAll("\\", "/"), readings);
  const state = { world, places: createPlaces(world), targets: new Map() };
  return {
    resolve: (file, specifier, form, trace) => {
      if (!trace) return resolveOnce(state, file, specifier, form);
      const request = requestFrom(state.places.of(file), specifier, requestKind(form));
      return resolveNow(state, request, (attempt, outcome) => {
        trace({ attempt, outcome });
      });
    },
    tsconfig: (file) => {
      const { disk, tsconfigs } = world;
      const path = `${disk.root}/${file}`;
      return tsconfigs.owning(path)?.path ?? null;
    },
    problems: () => world.problems.sorted(),
    refresh: () => {
      world.memory.look();
    },
  };
}

function resolveOnce(
  state: State,
  file: string,
  specifier: string,
  form: ImportForm,
): readonly Resolution[] {
  const kind = requestKind(form);
  const place = state.places.of(file);
  const shelf = isName(specifier, kind) ? place.names : place.paths;
  const key = kind === "import" ? specifier : `${kind} ${specifier}`;
  return state.world.memory.remember(shelf, key, () =>
    resolveNow(state, requestFrom(place, specifier, kind), null),
  );
}

function requestFrom(place: Place, specifier: string, kind: RequestKind): Request {
  return {
    folder: isName(specifier, kind) ? place.home : place.folder,
    specifier: kind === "glob" ? specifier : undecorate(specifier),
    kind,
    tsconfig: place.tsconfig,
  };
}

const external: readonly Resolution[] = [{ target: null, external: true, unresolved: false }];
const unresolved: readonly Resolution[] = [{ target: null, external: false, unresolved: true }];

function resolveNow(state: State, request: Request, note: Note | null): readonly Resolution[] {
  for (const step of steps) {
    const outcome = step(request, state.world, note);
    if (outcome === "external") return external;
    if (outcome) return outcome.map((path) => resolutionOf(state, path));
  }
  return unresolved;
}

function resolutionOf({ world, targets }: State, path: string): Resolution {
  const { disk, memory } = world;
  return memory.remember(targets, path, () => {
    const real = disk.realPath(path);
    const isOurs = real.startsWith(`${disk.root}/`) && !real.includes("/node_modules/");
    const target = isOurs ? real.slice(disk.root.length + 1) : null;
    return { target, external: !isOurs, unresolved: false };
  });
}
