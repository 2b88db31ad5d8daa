import type { CreateView, DropView } from "../../changes/change.js";
import { adoptName } from "../adopt-name.js";
import {
  isTemporary,
  nameForNew,
  refuse,
  resolve,
  resolveNames,
  shown,
  type State,
} from "../state.js";
import { dropView } from "./dependents.js";

export function applyCreateView(change: CreateView, state: State): void {
  const name = nameForNew(change.name, state);
  if (change.temporary) {
    state.temporary.add(state.rules.fold(name.name));
    return;
  }
  const before = state.views.get(name);
  if ((before && !change.orReplace) || state.tables.get(name)) {
    if (!change.ifNotExists && change.tolerant !== true) {
      refuse(state, change.at, `\`${shown(name, state)}\` is there already`);
    }
    return;
  }
  const { text, reads } = change.query;
  state.views.set({
    ...name,
    kind: change.viewKind,
    definition: text,
    reads: resolveNames(reads, change.at.file, state),
    indexes: [],
    definedAt: { file: change.at.file, span: change.name.span },
  });
  adoptName(name, state);
}

export function applyDropView(change: DropView, state: State): void {
  const view = resolve(change.name, state.views, state);
  if (view) {
    dropView(view, change, state);
    return;
  }
  if (isTemporary(change.name, state)) state.temporary.delete(state.rules.fold(change.name.name));
  else if (!change.ifExists && change.tolerant !== true) {
    refuse(state, change.at, `\`${shown(nameForNew(change.name, state), state)}\` isn't there`);
  }
}
