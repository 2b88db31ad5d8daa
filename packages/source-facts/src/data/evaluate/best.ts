import type { Value } from "../values/value.js";

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
      return value.entity?.is === "entity" || value.query ? 5 : value.entity ? 3 : 4;
    default:
      return 2;
  }
}
