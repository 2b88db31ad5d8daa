import type { ObjectName, Table, View } from "@domain-isolation/model";
import { renameColumnInQuery, renameTableInQuery } from "../rename-in-query.js";
import type { State } from "../state.js";
import { isSame } from "./dependents.js";
import { columnOf } from "./make-column.js";

/** Views whose text names a column that has got another name. */
export function renameInViews(table: Table, from: string, to: string, state: State): void {
  const { rules } = state;
  if (rules.viewsFollow !== "in their text") return;
  state.views.update((view) => {
    if (!view.reads.some((each) => isSame(each, table))) return view;
    const column = { from, to, isSole: !othersHave(view, table, from, state) };
    return { ...view, definition: renameColumnInQuery(view.definition, table.name, column, rules) };
  });
}

function othersHave(view: View, table: Table, column: string, state: State): boolean {
  return view.reads.some((name) => {
    const other = isSame(name, table) ? null : state.tables.get(name);
    return other !== null && columnOf(other, column, state) !== null;
  });
}

/** A view in which what it reads has another name. */
export function followedView(view: View, from: ObjectName, to: ObjectName, state: State): View {
  const { rules } = state;
  if (rules.viewsFollow === "not at all" || !view.reads.some((each) => isSame(each, from))) {
    return view;
  }
  const reads = view.reads.map((each) => (isSame(each, from) ? { ...each, ...to } : each));
  if (rules.viewsFollow === "by object") return { ...view, reads };
  const definition = renameTableInQuery(view.definition, from.name, to.name, rules);
  return { ...view, reads, definition };
}
