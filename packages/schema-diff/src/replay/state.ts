import type {
  NamedObject,
  ObjectName,
  Routine,
  Sequence,
  SourcePlace,
  Table,
  Trigger,
  UserType,
  View,
} from "@domain-isolation/model";
import type { PlacedName } from "../changes/change.js";
import type { DialectRules } from "./dialects/dialect-rules.js";
import type { ReplayProblem } from "./replay.js";
import { createStore, type Store } from "./store.js";

/** A database in the making: what there is after the changes so far. */
export interface State {
  readonly rules: DialectRules;
  readonly tables: Store<Table>;
  readonly views: Store<View>;
  readonly sequences: Store<Sequence>;
  readonly types: Store<UserType>;
  readonly schemas: Set<string>;
  routines: readonly Routine[];
  triggers: readonly Trigger[];
  /** The names without a schema of tables that go with the session. */
  readonly temporary: Set<string>;
  /** Where names without a schema are looked for, and where the first of them are made. */
  searchPath: readonly (string | null)[];
  readonly problems: ReplayProblem[];
  /** What the statement at hand drops, by its keys. */
  together: ReadonlySet<string>;
}

export function createState(rules: DialectRules): State {
  return {
    rules,
    tables: createStore<Table>(rules),
    views: createStore<View>(rules),
    sequences: createStore<Sequence>(rules),
    types: createStore<UserType>(rules),
    schemas: new Set(),
    routines: [],
    triggers: [],
    temporary: new Set(),
    searchPath: rules.searchPath,
    problems: [],
    together: new Set(),
  };
}

/** The name under which something new is made. */
export function nameForNew({ schema, name }: PlacedName, state: State): ObjectName {
  return { name, schema: schema ?? state.searchPath[0] ?? state.rules.searchPath[0] ?? null };
}

/** What a name means: the first in the search path that is there. */
export function resolve<T extends ObjectName>(
  { schema, name }: Omit<PlacedName, "span">,
  store: Store<T>,
  { searchPath, rules }: State,
): T | null {
  const places = schema === null ? [...searchPath, ...rules.searchPath] : [schema];
  for (const place of places) {
    const found = store.get({ schema: place, name });
    if (found) return found;
  }
  return null;
}

/** The names that a definition reads, resolved; those that aren't there as they would be made. */
export function resolveNames(
  names: readonly PlacedName[],
  file: string,
  state: State,
): readonly NamedObject[] {
  const found = new Map<string, NamedObject>();
  for (const name of names) {
    if (isTemporary(name, state)) continue;
    const object = resolve(name, state.tables, state) ?? resolve(name, state.views, state);
    const { schema, name: own } = object ?? nameForNew(name, state);
    const key = `${schema ?? ""}\0${own}`;
    if (found.has(key)) continue;
    found.set(key, { schema, name: own, namedAt: { file, span: name.span } });
  }
  return [...found.values()];
}

/** The tables that names mean; those that aren't there as they would be made. */
export function resolveTables(names: readonly PlacedName[], state: State): readonly ObjectName[] {
  return names.map((each) => {
    const { schema, name } = resolve(each, state.tables, state) ?? nameForNew(each, state);
    return { schema, name };
  });
}

export function isTemporary({ schema, name }: Omit<PlacedName, "span">, state: State): boolean {
  const isSession = schema === null || schema.toLowerCase() === "temp" || schema === "pg_temp";
  return isSession && state.temporary.has(state.rules.fold(name));
}

export function refuse(state: State, at: SourcePlace, message: string): void {
  state.problems.push({ at, message });
}

/** A name as messages show it: with its schema only where it isn't the usual one. */
export function shown({ schema, name }: ObjectName, { rules }: State): string {
  return schema === null || schema === rules.searchPath[0] ? name : `${schema}.${name}`;
}
