import type { ObjectName, Table } from "@domain-isolation/model";
import type { Constraint, IndexDefinition } from "../../changes/change.js";
import { nameOfExpressionText } from "../../sql/postgresql/expression-name.js";
import { isIndexed, type ColumnUse } from "../column-use.js";
import { columnsIn } from "../columns-in.js";
import type { State } from "../state.js";
import type { DialectRules } from "./dialect-rules.js";
import { chooseName, joinColumns } from "./postgresql-names.js";

/** https://www.postgresql.org/docs/current/ddl.html, and the names that its source gives. */
export const postgresqlRules: DialectRules = {
  dialect: "postgresql",
  searchPath: ["public"],
  fold: (name) => name,
  indexesAreRelations: true,
  foldColumn: (name) => name,
  keysAreNotNull: true,
  dependsByObject: true,
  viewsFollow: "by object",
  uniqueIndexesAreKeys: false,
  resultType: (type) => type,
  isRedundant: () => false,
  withoutColumn,
  nameConstraint,
  nameIndex(index, table, state) {
    const columns = uniqueNames([...index.parts.map(columnNameOf), ...index.include]);
    return chooseName(table.name, joinColumns(columns), "idx", relationTaken(table, state));
  },
  nameSequence: (column, table, state) =>
    chooseName(table.name, column, "seq", relationTaken(table, state)),
};

/** A column takes along all that it is a part of. */
function withoutColumn(table: Table, use: ColumnUse): Table {
  const { primaryKey, uniques, foreignKeys, checks, indexes } = table;
  return {
    ...table,
    primaryKey: primaryKey && use.isIn(primaryKey.columns) ? null : primaryKey,
    uniques: uniques.filter((key) => !use.isIn(key.columns)),
    foreignKeys: foreignKeys.filter((key) => !use.isIn(key.columns)),
    checks: checks.filter(({ expression }) => !use.isNamedIn(expression)),
    indexes: indexes.filter((index) => !isIndexed(index, use)),
  };
}

function nameConstraint(constraint: Constraint, table: Table, state: State): string {
  const isTaken = relationTaken(table, state);
  switch (constraint.kind) {
    case "primary key":
      return chooseName(table.name, null, "pkey", isTaken);
    case "unique":
      return chooseName(table.name, joinColumns(constraint.columns), "key", isTaken);
    case "exclude":
      return chooseName(
        table.name,
        joinColumns(columnsIn(constraint.expression, table, "postgresql")),
        "excl",
        isTaken,
      );
    case "foreign key": {
      const columns = joinColumns(constraint.columns);
      return chooseName(table.name, columns, "fkey", constraintTaken(table, state));
    }
    case "check": {
      const [column, another] = columnsIn(constraint.expression, table, "postgresql");
      const own = column !== undefined && another === undefined ? column : null;
      return chooseName(table.name, own, "check", constraintTaken(table, state));
    }
  }
}

/** Tables, views, sequences and indexes share their names within a schema. */
export function relationTaken({ schema }: ObjectName, state: State): (name: string) => boolean {
  const inConstraints = constraintTaken({ schema, name: "" }, state);
  return (name) =>
    state.tables.get({ schema, name }) !== null ||
    state.views.get({ schema, name }) !== null ||
    state.sequences.get({ schema, name }) !== null ||
    inConstraints(name) ||
    indexTaken(schema, name, state);
}

function indexTaken(schema: string | null, name: string, state: State): boolean {
  return [...state.tables.all(), ...state.views.all()].some(
    (owner) => owner.schema === schema && owner.indexes.some((index) => index.name === name),
  );
}

function constraintTaken({ schema }: ObjectName, state: State): (name: string) => boolean {
  return (name) =>
    state.tables.all().some((table) => {
      if (table.schema !== schema) return false;
      const { primaryKey, uniques, checks, foreignKeys } = table;
      const named = [...uniques, ...checks, ...foreignKeys];
      return primaryKey?.name === name || named.some((each) => each.name === name);
    });
}

/** What `ChooseIndexColumnNames` calls a part of an index. */
function columnNameOf({ column, expression }: IndexDefinition["parts"][number]): string {
  if (column !== null) return column;
  return nameOfExpressionText(expression ?? "") ?? "expr";
}

function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let pass = 1; taken.has(own); pass++) own = `${name}${String(pass)}`;
    taken.add(own);
    return own;
  });
}
