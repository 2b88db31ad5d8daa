import type { ImportForm, Resolution } from "@domain-isolation/model";
import { createPlaces, type Places } from "./places.js";
import { createReadings, type Readings } from "./readings.js";
import { isName, requestKind, undecorate, type Request } from "./request.js";
import type { Resolver } from "./resolver.js";
import type { Note, Outcome } from "./steps/step.js";
import { steps } from "./steps/steps.js";
import { createWorld, type World } from "./world.js";

/** What is known of the disk, and what has been resolved with it. */
interface State {
  readonly world: World;
  readonly places: Places;
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
      return resolveNow(state, file, specifier, form, (attempt, outcome) => {
        trace({ attempt, outcome });
      });
    },
    problems: () => state.world.problems.sorted(),
    refresh: () => {
      state = createState(state.world.disk.root, readings);
    },
  };
}

function createState(root: string, readings: Readings): State {
  const world = createWorld(root, readings);
  return { world, places: createPlaces(world) };
}

function resolveOnce(
  state: State,
  file: string,
  specifier: string,
  form: ImportForm,
): readonly Resolution[] {
  const kind = requestKind(form);
  const memory = state.places.memory(file, isName(specifier, kind));
  const key = kind === "import" ? specifier : `${kind} ${specifier}`;
  const known = memory.get(key);
  if (known) return known;
  const made = resolveNow(state, file, specifier, form, null);
  memory.set(key, made);
  return made;
}

const external: readonly Resolution[] = [{ target: null, external: true, unresolved: false }];
const unresolved: readonly Resolution[] = [{ target: null, external: false, unresolved: true }];

function resolveNow(
  state: State,
  file: string,
  specifier: string,
  form: ImportForm,
  note: Note | null,
): readonly Resolution[] {
  const request = requestOf(state.places, file, specifier, form);
  for (const step of steps) {
    const outcome = step(request, state.world, note);
    if (outcome) return resolutionsOf(state.world, outcome);
  }
  return unresolved;
}

function requestOf(places: Places, file: string, specifier: string, form: ImportForm): Request {
  const kind = requestKind(form);
  const place = places.of(file);
  return {
    folder: isName(specifier, kind) ? place.home : place.folder,
    specifier: kind === "glob" ? specifier : undecorate(specifier),
    kind,
    tsconfig: places.tsconfig(file),
  };
}

function resolutionsOf({ disk }: World, outcome: NonNullable<Outcome>): readonly Resolution[] {
  if (outcome === "external") return external;
  return outcome.map((path) => {
    const real = disk.realPath(path);
    const isOurs = real.startsWith(`${disk.root}/`) && !real.includes("/node_modules/");
    const target = isOurs ? real.slice(disk.root.length + 1) : null;
    return { target, external: !isOurs, unresolved: false };
  });
}
