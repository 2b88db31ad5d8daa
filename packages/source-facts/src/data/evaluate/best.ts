import type { Handle, Value } from "../values/value.js";

/** Of what an expression may stand for, that of which most is known. */
export function best(values: readonly (Value | null)[]): Value | null {
  let found: Value | null = null;
  for (const value of values) if (rank(value) > rank(found)) found = value;
  return found;
}

function rank(value: Value | null): number {
  switch (value?.is) {
    case undefined:
      return 0;
    case "parameter":
      return 1;
    case "handle":
      return handleRank(value);
    default:
      return 2;
  }
}

/** A statement says more than a table, and one that is named somewhere more than one of a type. */
function handleRank({ entity, query, named }: Handle): number {
  const known = query ? 6 : entity?.is === "entity" ? 5 : entity ? 3 : 4;
  return named ? known + 0.5 : known;
}
