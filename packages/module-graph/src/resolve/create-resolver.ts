import type { ImportForm, Resolution } from "@domain-isolation/model";
import { createPlaces, type Place, type Places } from "./places.js";
import { createReadings, type Readings } from "./readings.js";
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
  readonly targets: Map<string, Resolution>;
}

/**
 * A resolver for the files below `root` (absolute and real). It reads tsconfigs, package manifests
 * and folders when it first needs them, and remembers them until `refresh`.
 */
export function createResolver(root: string): Resolver {
  const readings = createReadings();
  let state = createState(root.replaceAll("\\", "/"), readings);
  return {
    resolve: (file, specifier, form, trace) => {
      if (!trace) return resolveOnce(state, file, specifier, form);
      const request = requestFrom(state.places.of(file), specifier, requestKind(form));
      return resolveNow(state, request, (attempt, outcome) => {
        trace({ attempt, outcome });
      });
    },
    tsconfig: (file) => {
      const { disk, tsconfigs } = state.world;
      const path = `${disk.root}/${file}`;
      return tsconfigs.owning(path)?.path ?? null;
    },
    problems: () => state.world.problems.sorted(),
    refresh: () => {
      readings.refresh();
      state = createState(state.world.disk.root, readings);
    },
  };
}

function createState(root: string, readings: Readings): State {
  const world = createWorld(root, readings);
  return { world, places: createPlaces(world), targets: new Map() };
}

function resolveOnce(
  state: State,
  file: string,
  specifier: string,
  form: ImportForm,
): readonly Resolution[] {
  const kind = requestKind(form);
  const place = state.places.of(file);
  const memory = isName(specifier, kind) ? place.names : place.paths;
  const key = kind === "import" ? specifier : `${kind} ${specifier}`;
  const known = memory.get(key);
  if (known) return known;
  const made = resolveNow(state, requestFrom(place, specifier, kind), null);
  memory.set(key, made);
  return made;
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
  const known = targets.get(path);
  if (known) return known;
  const { root, realPath } = world.disk;
  const real = realPath(path);
  const isOurs = real.startsWith(`${root}/`) && !real.includes("/node_modules/");
  const target = isOurs ? real.slice(root.length + 1) : null;
  const made = { target, external: !isOurs, unresolved: false };
  targets.set(path, made);
  return made;
}
