import type { ObjectName } from "@domain-isolation/model";
import type { AlterTable } from "../../changes/change.js";
import { familyOf } from "../family.js";
import type { State } from "../state.js";
import { copyMissing } from "./copied-keys.js";
import { tableFor } from "./table-for.js";

/** `ATTACH PARTITION`, `INHERIT` and their opposites. */
export function applyAlterTable(change: AlterTable, state: State): void {
  const table = tableFor(change, state);
  const other = table && tableFor({ ...change, table: change.other }, state);
  if (!table || !other) return;
  const { schema, name } = table;
  switch (change.kind) {
    case "attach partition":
      state.tables.set({ ...other, partitionOf: { schema, name } });
      copyMissing(other, familyOf(table, state, false), state);
      return;
    case "detach partition":
      state.tables.set({ ...other, partitionOf: null });
      return;
    case "inherit":
      state.tables.set({
        ...table,
        inherits: [...table.inherits, { schema: other.schema, name: other.name }],
      });
      return;
    case "no inherit": {
      const isOther = (each: ObjectName) =>
        each.name === other.name && each.schema === other.schema;
      state.tables.set({ ...table, inherits: table.inherits.filter((each) => !isOther(each)) });
    }
  }
}
