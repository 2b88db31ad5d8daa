import type { Routine, Trigger } from "@domain-isolation/model";
import type {
  CreateRoutine,
  CreateTrigger,
  DropRoutine,
  DropTrigger,
} from "../../changes/change.js";
import { nameForNew, refuse, resolve, resolveNames, shown, type State } from "../state.js";
import { isSame } from "./dependents.js";

export function applyCreateRoutine(change: CreateRoutine, state: State): void {
  const { routine: kind, arguments: given, at } = change;
  const made: Routine = {
    ...nameForNew(change.name, state),
    kind,
    arguments: given,
    reads: resolveNames(change.reads, change.at.file, state),
    writes: resolveNames(change.writes, change.at.file, state),
    definedAt: { file: at.file, span: change.name.span },
  };
  const others = state.routines.filter((each) => !isSameRoutine(each, made));
  state.routines = [...others, made];
}

function isSameRoutine(a: Routine, b: Routine): boolean {
  return isSame(a, b) && a.arguments.join() === b.arguments.join();
}

export function applyDropRoutine(change: DropRoutine, state: State): void {
  const name = nameForNew(change.name, state);
  const isGone = (each: Routine) =>
    isSame(each, name) &&
    (change.arguments === null || change.arguments.join() === each.arguments.join());
  state.routines = state.routines.filter((each) => !isGone(each));
  if (!change.cascade) return;
  state.triggers = state.triggers.filter(({ routine }) => !routine || !isSame(routine, name));
}

export function applyCreateTrigger(change: CreateTrigger, state: State): void {
  const table =
    resolve(change.table, state.tables, state) ??
    resolve(change.table, state.views, state) ??
    nameForNew(change.table, state);
  const isSameTrigger = (each: Trigger) =>
    each.name === change.name && (!state.rules.dependsByObject || isSame(each.table, table));
  if (state.triggers.some(isSameTrigger) && !change.orReplace) {
    if (!change.ifNotExists && change.tolerant !== true) {
      refuse(
        state,
        change.at,
        `\`${shown(table, state)}\` has a trigger \`${change.name}\` already`,
      );
    }
    return;
  }
  const made: Trigger = {
    name: change.name,
    table: { schema: table.schema, name: table.name },
    routine: change.routine && routineNamed(change.routine, state),
    reads: resolveNames(change.reads, change.at.file, state),
    writes: resolveNames(change.writes, change.at.file, state),
    definedAt: change.at,
  };
  state.triggers = [...state.triggers.filter((each) => !isSameTrigger(each)), made];
}

function routineNamed(name: CreateTrigger["table"], state: State) {
  const made = nameForNew(name, state);
  return state.routines.find((each) => isSame(each, made))
    ? made
    : { schema: name.schema, name: name.name };
}

export function applyDropTrigger(change: DropTrigger, state: State): void {
  const table = change.table && nameForNew(change.table, state);
  const isGone = (each: Trigger) =>
    each.name === change.name && (!table || isSame(each.table, table));
  state.triggers = state.triggers.filter((each) => !isGone(each));
}
