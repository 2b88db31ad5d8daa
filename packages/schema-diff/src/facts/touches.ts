import type {
  MigrationAction,
  MigrationFacts,
  OpaqueChangeFact,
  TouchFact,
} from "@domain-isolation/model";
import type { Change, Constraint, CreateTable, PlacedName } from "../changes/change.js";

/** What a migration does to tables and views, at the places where it names them. */
export function migrationFacts(changes: readonly Change[]): MigrationFacts {
  const temporary = new Set(changes.flatMap(temporaryName));
  const touches = changes
    .flatMap((change) => touchesOf(change))
    .filter(({ schema, name }) => schema !== null || !temporary.has(name));
  return { touches: onceEach(touches), opaque: changes.flatMap(opaqueOf) };
}

export function opaqueOf(change: Change): readonly OpaqueChangeFact[] {
  if (change.kind !== "opaque") return [];
  const { file, span } = change.at;
  const { reason, isBroken = false } = change;
  return [{ kind: "opaque-change", file, span, reason, isBroken }];
}

function temporaryName(change: Change): readonly string[] {
  const isTable = change.kind === "create table" || change.kind === "create view";
  return isTable && change.temporary ? [change.name.name] : [];
}

type Touching = (
  action: MigrationAction,
  names: readonly PlacedName[],
  object?: TouchFact["object"],
) => readonly TouchFact[];

function touchesOf(change: Change): readonly TouchFact[] {
  const touching = touchingIn(change.at.file);
  switch (change.kind) {
    case "create table":
      return createdTable(change, touching);
    case "create view": {
      const { name, query } = change;
      return [...touching("create", [name], "view"), ...touching("read", query.reads)];
    }
    case "drop table":
      return touching("drop", [change.name]);
    case "drop view":
      return touching("drop", [change.name], "view");
    case "rename":
    case "set schema":
      return isRelation(change.object) ? touching("alter", [change.name], change.object) : [];
    case "change rows":
    case "opaque":
      return [...touching("write", change.writes), ...touching("read", change.reads)];
    default:
      return "table" in change && change.table ? alterations(change, touching) : [];
  }
}

function touchingIn(file: string): Touching {
  return (action, names, object = "table") =>
    names.map(({ schema, name, span }) => {
      return { kind: "touch", file, span, action, object, name, schema };
    });
}

function createdTable(change: CreateTable, touching: Touching): readonly TouchFact[] {
  return [
    ...touching("create", [change.name]),
    ...touching("refer", change.constraints.flatMap(referenced)),
    ...touching("read", [...change.inherits, ...change.like.map(({ name }) => name)]),
    ...touching("alter", change.partitionOf ? [change.partitionOf] : []),
    ...touching("read", change.as?.reads ?? []),
  ];
}

type Altering = Extract<Change, { readonly table: PlacedName | null }>;

function alterations(change: Altering, touching: Touching): readonly TouchFact[] {
  const constraints =
    change.kind === "add constraint"
      ? [change.constraint]
      : change.kind === "add column"
        ? change.constraints
        : [];
  return [
    ...touching("alter", change.table ? [change.table] : []),
    ...touching("refer", constraints.flatMap(referenced)),
  ];
}

function isRelation(object: string): object is TouchFact["object"] {
  return object === "table" || object === "view";
}

function referenced(constraint: Constraint): readonly PlacedName[] {
  return constraint.kind === "foreign key" ? [constraint.references] : [];
}

/** Actions of one statement name a table once: `ALTER TABLE a ADD b …, ADD c …`. */
function onceEach(touches: readonly TouchFact[]): readonly TouchFact[] {
  const seen = new Set<string>();
  return touches.filter(({ action, name, span }) => {
    const key = `${action} ${name} ${String(span.start)}`;
    return !seen.has(key) && seen.add(key);
  });
}
