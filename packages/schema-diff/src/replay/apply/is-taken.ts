import type { ObjectName, Table } from "@domain-isolation/model";
import type { State } from "../state.js";

/** Whether a table, a view, a sequence or, where they share their names, an index is called so. */
export function isTaken(name: ObjectName, state: State): boolean {
  const stores = [state.tables, state.views, state.sequences];
  return (
    stores.some((store) => store.get(name) !== null) ||
    (state.rules.indexesAreRelations && isIndex(name, state))
  );
}

/** An index of a table or a view, also one behind a key. */
export function isIndex({ schema, name }: ObjectName, { tables, views, rules }: State): boolean {
  const isMeant = (own: string | null) => own !== null && rules.fold(own) === rules.fold(name);
  const owners = [...tables.all(), ...views.all()].filter((owner) => owner.schema === schema);
  return owners.some(
    (owner) =>
      owner.indexes.some((index) => isMeant(index.name)) ||
      ("primaryKey" in owner && keyNames(owner).some(isMeant)),
  );
}

function keyNames({ primaryKey, uniques, checks }: Table): readonly (string | null)[] {
  const exclusions = checks.filter(({ kind }) => kind === "exclude");
  return [primaryKey?.name ?? null, ...[...uniques, ...exclusions].map(({ name }) => name)];
}
