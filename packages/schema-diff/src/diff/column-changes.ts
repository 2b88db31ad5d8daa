import type { Column, ObjectName, Schema, Table } from "@domain-isolation/model";
import type { Change, ColumnDefinition } from "../changes/change.js";
import { pairsOf } from "./pairs.js";
import { placedName, targetOf } from "./placed-name.js";
import { sequenceOfIdentity } from "./sequence-changes.js";

/** A column as it is defined: an identity makes its sequence, any other is made before. */
export function definitionOf(table: ObjectName, column: Column, schema: Schema): ColumnDefinition {
  return { ...column, serial: false, ...identitySequence(table, column, schema) };
}

function identitySequence(
  table: ObjectName,
  column: Column,
  schema: Schema,
): Pick<ColumnDefinition, "sequence"> {
  if (column.identity === null) return {};
  const found = sequenceOfIdentity(table, column.name, schema);
  return found ? { sequence: placedName(found, column) } : {};
}

/** How the columns of a table differ; what comes from a parent changes there. */
export function columnChanges(
  before: Table,
  after: Table,
  parents: { readonly before: Table; readonly after: Table } | null,
  schema: Schema,
): readonly Change[] {
  const byName = ({ name }: Column) => name;
  const { gone, come, kept } = pairsOf(before.columns, after.columns, byName);
  const isAbove = (table: Table | undefined, { name }: Column) =>
    table?.columns.some((column) => column.name === name) === true;
  return [
    ...gone
      .filter((column) => !isAbove(parents?.before, column))
      .map((column) => dropped(after, column)),
    ...come
      .filter((column) => !isAbove(parents?.after, column))
      .map((column) => added(after, column, schema)),
    ...kept.flatMap(([old, column]) => altered(after, old, column, schema)),
  ];
}

function dropped(table: ObjectName, column: Column): Change {
  const target = targetOf(table, column);
  return { kind: "drop column", ...target, column: column.name, ifExists: false, cascade: false };
}

function added(table: ObjectName, column: Column, schema: Schema): Change {
  const own = definitionOf(table, column, schema);
  const definition = { column: own, constraints: [], position: null };
  return { kind: "add column", ...targetOf(table, column), ifNotExists: false, ...definition };
}

const attributes = ["type", "nullable", "default", "identity", "generated"] as const;

function altered(table: Table, before: Column, after: Column, schema: Schema): readonly Change[] {
  const target = { ...targetOf(table, after), column: after.name };
  const how = { only: true, ...identitySequence(table, after, schema) };
  const changed = attributes.filter((key) => before[key] !== after[key]);
  const set = Object.fromEntries(changed.map((key) => [key, after[key]]));
  const alter: readonly Change[] =
    changed.length > 0 ? [{ kind: "alter column", ...target, ...how, set }] : [];
  return [...alter, ...commentChange(target, before.comment, after.comment)];
}

/** A comment of a table, or of a column of it. */
export function commentChange(
  target: ReturnType<typeof targetOf> & { readonly column?: string },
  before: string | null,
  after: string | null,
): readonly Change[] {
  const { at, table } = target;
  const column = target.column ?? null;
  return before === after ? [] : [{ kind: "comment", at, table, column, text: after }];
}
