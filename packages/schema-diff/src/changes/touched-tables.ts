import type { Change, Constraint, CreateTable, PlacedName } from "./change.js";

export interface TouchedTables {
  readonly reads: readonly PlacedName[];
  readonly writes: readonly PlacedName[];
}

/** The tables and views that a change names. */
export function touchedTables(change: Change): TouchedTables {
  switch (change.kind) {
    case "opaque":
    case "change rows":
    case "create routine":
      return { reads: change.reads, writes: change.writes };
    case "create table":
      return { reads: readByTable(change), writes: [change.name] };
    case "create view":
      return { reads: change.query.reads, writes: [change.name] };
    case "drop table":
    case "drop view":
      return { reads: [], writes: [change.name] };
    default:
      return tableChange(change);
  }
}

function readByTable({ inherits, partitionOf, as, constraints }: CreateTable) {
  const parents = partitionOf ? [...inherits, partitionOf] : inherits;
  return [...parents, ...(as?.reads ?? []), ...constraints.flatMap(referenced)];
}

function tableChange(change: Change): TouchedTables {
  switch (change.kind) {
    case "rename":
    case "set schema":
      return { reads: [], writes: /^(?:table|view)$/u.test(change.object) ? [change.name] : [] };
    case "add column":
      return { reads: change.constraints.flatMap(referenced), writes: [change.table] };
    case "add constraint":
      return { reads: referenced(change.constraint), writes: [change.table] };
    default:
      return { reads: [], writes: "table" in change && change.table ? [change.table] : [] };
  }
}

function referenced(constraint: Constraint): readonly PlacedName[] {
  return constraint.kind === "foreign key" ? [constraint.references] : [];
}
