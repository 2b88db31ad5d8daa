import type { ObjectName, Routine, Trigger } from "@domain-isolation/model";
import type {
  CreateRoutine,
  CreateTrigger,
  DropRoutine,
  DropTrigger,
  RenameTrigger,
} from "../../changes/change.js";
import {
  isTemporary,
  nameForNew,
  refuse,
  resolve,
  resolveNames,
  shown,
  type State,
} from "../state.js";
import { isSame, needsCascade } from "./dependents.js";
import { tableFor } from "./table-for.js";

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
  const isThere = others.length < state.routines.length;
  if (isThere && !change.orReplace && change.tolerant !== true) {
    refuse(state, change.at, `a ${kind} \`${shown(made, state)}\` is there already`);
    return;
  }
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
  const kept = state.routines.filter((each) => !isGone(each));
  if (kept.length === state.routines.length) {
    if (change.ifExists || change.tolerant === true) return;
    refuse(state, change.at, `\`${shown(name, state)}\` isn't there`);
    return;
  }
  state.routines = kept;
  const isLeft = kept.some((each) => isSame(each, name));
  if (!state.rules.dependsByObject || isLeft) return;
  state.triggers = state.triggers.filter(({ routine, table }) => {
    if (!routine || !isSame(routine, name)) return true;
    needsCascade(table, name, change, state);
    return false;
  });
}

export function applyCreateTrigger(change: CreateTrigger, state: State): void {
  if (change.temporary === true) {
    state.temporary.add(state.rules.fold(change.name));
    return;
  }
  const table = relationFor(change, state);
  const isSameTrigger = (each: Trigger) =>
    state.rules.fold(each.name) === state.rules.fold(change.name) &&
    (!state.rules.dependsByObject || isSame(each.table, table));
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

/** The table or the view that a trigger is about; said where it isn't there. */
function relationFor(
  change: Pick<CreateTrigger, "table" | "at" | "tolerant">,
  state: State,
): ObjectName {
  const view = resolve(change.table, state.views, state);
  return view ?? tableFor(change, state) ?? nameForNew(change.table, state);
}

export function applyRenameTrigger(change: RenameTrigger, state: State): void {
  const table = relationFor(change, state);
  state.triggers = state.triggers.map((each) =>
    each.name === change.name && isSame(each.table, table) ? { ...each, name: change.to } : each,
  );
}

export function applyDropTrigger(change: DropTrigger, state: State): void {
  const { name, at } = change;
  const isAllowed = change.ifExists || change.tolerant === true;
  const table =
    change.table && relationFor({ table: change.table, at, tolerant: isAllowed }, state);
  const isGone = (each: Trigger) =>
    state.rules.fold(each.name) === state.rules.fold(name) && (!table || isSame(each.table, table));
  const kept = state.triggers.filter((each) => !isGone(each));
  const isMissing = kept.length === state.triggers.length;
  if (isMissing && !isAllowed && !isTemporary({ schema: null, name }, state)) {
    refuse(state, at, `there is no trigger \`${name}\``);
  }
  state.triggers = kept;
}
