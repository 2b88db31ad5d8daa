import type { ObjectName, Schema, Table } from "@domain-isolation/model";
import type { AlterTable, Change } from "../changes/change.js";
import { columnChanges, commentChange, definitionOf } from "./column-changes.js";
import { pairsOf } from "./pairs.js";
import { dropOf, keyOfName, placedName, targetOf } from "./placed-name.js";
import { partChanges, partsOf, type TablePart } from "./table-parts.js";

/** The changes of tables, in the steps in which they can be made. */
export interface TableSteps {
  readonly dropForeignKeys: readonly Change[];
  readonly dropParts: readonly Change[];
  readonly dropTables: readonly Change[];
  readonly createTables: readonly Change[];
  readonly alterColumns: readonly Change[];
  readonly createParts: readonly Change[];
  readonly addForeignKeys: readonly Change[];
  /** Inheritance, partitions, comments. */
  readonly relate: readonly Change[];
}

export function tableSteps(before: Schema, after: Schema): TableSteps {
  const { gone, come, kept } = pairsOf(before.tables, after.tables, keyOfName);
  const parts = kept.map(([old, table]) =>
    partChanges(old, table, parentsOf(old, table, before, after)),
  );
  const goneParts = parts.flatMap((each) => each.gone);
  const comeParts = [...come.flatMap(partsOf), ...parts.flatMap((each) => each.come)];
  const goneKeys = gone.filter((table) => !isPartitionOf(gone, table)).flatMap(partsOf);
  return {
    dropForeignKeys: [...goneKeys, ...goneParts].filter(isForeignKey).map(({ drop }) => drop),
    dropParts: goneParts.filter((part) => !isForeignKey(part)).map(({ drop }) => drop),
    dropTables: childrenFirst(gone).map((table) => ({ kind: "drop table", ...dropOf(table) })),
    createTables: come.map((table) => created(table, after)),
    alterColumns: kept.flatMap(([old, table]) =>
      columnChanges(old, table, parentsOf(old, table, before, after), after),
    ),
    createParts: comeParts.filter((part) => !isForeignKey(part)).map(({ create }) => create),
    addForeignKeys: comeParts.filter(isForeignKey).map(({ create }) => create),
    relate: [
      ...come.flatMap((table) => [...ancestry(null, table), ...columnComments(table)]),
      ...kept.flatMap(([old, table]) => ancestry(old, table)),
      ...kept.flatMap(([old, table]) =>
        commentChange(targetOf(table, table), old.comment, table.comment),
      ),
    ],
  };
}

/** Whether the foreign keys of a table go with those of another. */
function isPartitionOf(tables: readonly Table[], { partitionOf }: Table): boolean {
  if (!partitionOf) return false;
  return tables.some((each) => keyOfName(each) === keyOfName(partitionOf));
}

function isForeignKey({ kind }: TablePart): boolean {
  return kind === "foreign key";
}

/** The parent whose partition a table is, and stays. */
function parentsOf(old: Table, table: Table, before: Schema, after: Schema) {
  const [name] = [old.partitionOf, ...old.inherits];
  const [now] = [table.partitionOf, ...table.inherits];
  if (!name || !now || keyOfName(name) !== keyOfName(now)) return null;
  const parent = before.tables.find((each) => keyOfName(each) === keyOfName(name));
  const other = after.tables.find((each) => keyOfName(each) === keyOfName(now));
  return parent && other ? { before: parent, after: other } : null;
}

function childrenFirst(tables: readonly Table[]): readonly Table[] {
  const depthOf = (table: Table): number => {
    const names = [...table.inherits, ...(table.partitionOf ? [table.partitionOf] : [])];
    const parents = tables.filter((each) =>
      names.some((name) => keyOfName(name) === keyOfName(each)),
    );
    return 1 + Math.max(0, ...parents.map(depthOf));
  };
  return tables.toSorted((a, b) => depthOf(b) - depthOf(a));
}

/** A table by itself: keys, indexes and parents follow. */
function created(table: Table, schema: Schema): Change {
  return {
    kind: "create table",
    at: table.definedAt,
    name: placedName(table, table),
    ifNotExists: false,
    temporary: false,
    tableKind: table.kind,
    columns: table.columns.map((column) => ({
      ...definitionOf(table, column, schema),
      comment: null,
    })),
    constraints: [],
    indexes: [],
    like: [],
    inherits: [],
    partitionOf: null,
    as: null,
    comment: table.comment,
  };
}

function columnComments(table: Table): readonly Change[] {
  return table.columns.flatMap((column) =>
    commentChange({ ...targetOf(table, column), column: column.name }, null, column.comment),
  );
}

/** The parents that a table gets and loses. */
function ancestry(before: Table | null, after: Table): readonly Change[] {
  const change = (table: ObjectName, kind: AlterTable["kind"], other: ObjectName): AlterTable => ({
    kind,
    ...targetOf(table, after),
    other: placedName(other, after),
  });
  const inherits = pairsOf(before?.inherits ?? [], after.inherits, keyOfName);
  const own = (parent: ObjectName | null | undefined) => (parent ? [parent] : []);
  const partitions = pairsOf(own(before?.partitionOf), own(after.partitionOf), keyOfName);
  return [
    ...inherits.gone.map((parent) => change(after, "no inherit", parent)),
    ...partitions.gone.map((parent) => change(parent, "detach partition", after)),
    ...inherits.come.map((parent) => change(after, "inherit", parent)),
    ...partitions.come.map((parent) => change(parent, "attach partition", after)),
  ];
}
