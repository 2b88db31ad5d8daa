import type { Routine, Schema, Trigger } from "@domain-isolation/model";
import { pairsOf, type Pairs } from "./pairs.js";
import { dropOf, keyOfName, placedName } from "./placed-name.js";
import { namesOf, type Steps } from "./view-changes.js";
import { withoutPlaces } from "./without-places.js";

export function routineSteps(before: Schema, after: Schema): Steps {
  const keyOf = (each: Routine) => `${keyOfName(each)}\0${each.arguments.join()}`;
  const { gone, come } = replaced(pairsOf(before.routines, after.routines, keyOf));
  return {
    drop: gone.map((each) => ({
      kind: "drop routine",
      ...dropOf(each),
      arguments: each.arguments,
    })),
    create: come.map(({ kind: routine, definedAt: at, ...each }) => ({
      kind: "create routine",
      at,
      name: placedName(each, { definedAt: at }),
      routine,
      arguments: each.arguments,
      orReplace: false,
      reads: namesOf(each.reads),
      writes: namesOf(each.writes),
    })),
  };
}

export function triggerSteps(before: Schema, after: Schema): Steps {
  const keyOf = ({ name, table }: Trigger) => `${keyOfName(table)}\0${name}`;
  const { gone, come } = replaced(pairsOf(before.triggers, after.triggers, keyOf));
  return {
    drop: gone.map((each) => ({
      kind: "drop trigger",
      at: each.definedAt,
      name: each.name,
      table: placedName(each.table, each),
      ifExists: false,
      cascade: false,
    })),
    create: come.map((each) => ({
      kind: "create trigger",
      at: each.definedAt,
      name: each.name,
      table: placedName(each.table, each),
      routine: each.routine && placedName(each.routine, each),
      orReplace: false,
      ifNotExists: false,
      reads: namesOf(each.reads),
      writes: namesOf(each.writes),
    })),
  };
}

/** What differs goes and comes. */
function replaced<T>({ gone, come, kept }: Pairs<T>): Pick<Pairs<T>, "gone" | "come"> {
  const changed = kept.filter(([old, now]) => withoutPlaces(old) !== withoutPlaces(now));
  return {
    gone: [...gone, ...changed.map(([old]) => old)],
    come: [...come, ...changed.map(([, now]) => now)],
  };
}
