import type { Schema } from "@domain-isolation/model";
import type { Change } from "../changes/change.js";
import { routineSteps, triggerSteps } from "./routine-changes.js";
import { sequenceSteps } from "./sequence-changes.js";
import { tableSteps } from "./table-changes.js";
import { typeSteps } from "./type-changes.js";
import { viewSteps } from "./view-changes.js";

/**
 * The changes that lead from one schema to another, in an order in which they can be made. What went
 * and what came is dropped and created: a rename isn't guessed. Columns that come stand last; the
 * order of those that stay is no difference.
 */
export function diff(before: Schema, after: Schema): readonly Change[] {
  const tables = tableSteps(before, after);
  const types = typeSteps(before, after);
  const sequences = sequenceSteps(before, after);
  const views = viewSteps(before, after);
  const routines = routineSteps(before, after);
  const triggers = triggerSteps(before, after);
  return [
    ...triggers.drop,
    ...views.drop,
    ...routines.drop,
    ...tables.dropForeignKeys,
    ...tables.dropParts,
    ...tables.dropTables,
    ...types.create,
    ...sequences.create,
    ...tables.createTables,
    ...tables.alterColumns,
    ...sequences.own,
    ...sequences.drop,
    ...types.drop,
    ...tables.createParts,
    ...tables.addForeignKeys,
    ...tables.relate,
    ...routines.create,
    ...views.create,
    ...triggers.create,
  ];
}

/** The changes that make a schema on an empty database. */
export function changesThatMake(schema: Schema): readonly Change[] {
  return diff(emptySchema(schema.dialect), schema);
}

function emptySchema(dialect: Schema["dialect"]): Schema {
  const nothing = { tables: [], views: [], sequences: [], types: [], routines: [], triggers: [] };
  return { dialect, ...nothing };
}
