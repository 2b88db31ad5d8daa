import type { Constraint, CreateTable } from "../../changes/change.js";
import type { State } from "../state.js";

type Key = Extract<Constraint, { kind: "unique" | "primary key" }>;

/**
 * The constraints of a new table as PostgreSQL makes them: the primary key first, foreign keys last. A
 * `UNIQUE` over the columns of a key before it makes nothing, and gives its name to one without.
 */
export function constraintsInOrder(
  { constraints }: CreateTable,
  { rules }: State,
): readonly Constraint[] {
  const rank = { "primary key": 0, unique: 1, exclude: 1, check: 2, "foreign key": 3 };
  const sorted = constraints.toSorted((a, b) => rank[a.kind] - rank[b.kind]);
  return rules.dialect === "postgresql" ? merged(sorted) : sorted;
}

function merged(constraints: readonly Constraint[]): readonly Constraint[] {
  const kept: Constraint[] = [];
  for (const constraint of constraints) {
    const index = isKey(constraint) ? kept.findIndex((each) => isSameKey(each, constraint)) : -1;
    const before = kept[index];
    if (!before) kept.push(constraint);
    else if (before.name === null) kept[index] = { ...before, name: constraint.name };
  }
  return kept;
}

function isSameKey(a: Constraint, b: Key): boolean {
  return isKey(a) && b.kind === "unique" && a.columns.join() === b.columns.join();
}

function isKey(constraint: Constraint): constraint is Key {
  return constraint.kind === "unique" || constraint.kind === "primary key";
}
