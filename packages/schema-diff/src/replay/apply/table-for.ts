import type { SourcePlace, Table } from "@domain-isolation/model";
import type { PlacedName } from "../../changes/change.js";
import { isTemporary, nameForNew, refuse, resolve, shown, type State } from "../state.js";

/**
 * The table that a change is about; null where it is a temporary one or isn't there, which is said
 * unless the change allows for it.
 */
export function tableFor(
  change: {
    readonly table: PlacedName;
    readonly ifTableExists?: boolean;
    readonly tolerant?: boolean;
    readonly at: SourcePlace;
  },
  state: State,
): Table | null {
  const table = resolve(change.table, state.tables, state);
  if (table || isTemporary(change.table, state)) return table;
  if (change.ifTableExists !== true && change.tolerant !== true) {
    refuse(state, change.at, `\`${shown(nameForNew(change.table, state), state)}\` isn't there`);
  }
  return null;
}
