import type { ObjectName } from "@domain-isolation/model";
import type { State } from "./state.js";

/**
 * Where names don't differ by the case of their letters, and what isn't there can be named, a new
 * object gives its spelling to all that names it.
 */
export function adoptName({ schema, name }: ObjectName, state: State): void {
  const { fold, dependsByObject } = state.rules;
  if (dependsByObject) return;
  const isOther = (each: ObjectName) =>
    each.name !== name && each.schema === schema && fold(each.name) === fold(name);
  const adopted = <T extends ObjectName>(each: T): T => (isOther(each) ? { ...each, name } : each);
  state.tables.update((table) =>
    table.foreignKeys.some(({ references }) => isOther(references))
      ? {
          ...table,
          foreignKeys: table.foreignKeys.map((key) => ({
            ...key,
            references: adopted(key.references),
          })),
        }
      : table,
  );
  state.views.update((view) =>
    view.reads.some(isOther) ? { ...view, reads: view.reads.map(adopted) } : view,
  );
  state.triggers = state.triggers.map((trigger) => ({
    ...trigger,
    reads: trigger.reads.map(adopted),
    writes: trigger.writes.map(adopted),
  }));
}
