import type { Dialect } from "@domain-isolation/model";
import type { AddConstraint, Change, PlacedName } from "../../changes/change.js";
import { placedName } from "../../readers/alembic/placed-name.js";
import { argumentOf, calledName } from "../../readers/alembic/sqlalchemy-name.js";
import { modelTable } from "../../readers/alembic/table-of.js";
import { tableChanges, tableDefinition } from "../../readers/alembic/table-definition.js";
import { opaque } from "../../readers/alembic/world.js";
import { classMember } from "../../readers/python/access.js";
import { callFunction } from "../../readers/python/call-function.js";
import { textOf, type CallTerm, type ClassValue, type Value } from "../../readers/python/value.js";
import { plainTable } from "../../readers/source-code/definitions.js";
import { declaredByChanges } from "../declared-by-changes.js";
import type { DeclaredSchema } from "../declared-schema.js";
import {
  columnNames,
  lostReferences,
  withReferences,
  type ColumnNames,
} from "./column-references.js";
import { modelItems, type CallAttribute, type ModelItems } from "./model-items.js";
import { modelModules, type ModelModule } from "./model-modules.js";

export interface PythonFiles {
  /** The files that may declare models; those that they import are found by themselves. */
  readonly candidates: readonly string[];
  readonly text: (file: string) => string | null;
  readonly dialect: Dialect;
  /** Whether the models are known to be all of a database; else they may be a part. */
  readonly isWhole?: boolean;
}

interface DeclaredTable {
  readonly name: PlacedName;
  readonly at: ClassValue["at"];
  readonly items: ModelItems;
  readonly comment: string | null;
}

/**
 * The schema that models of SQLAlchemy declare, as `metadata.create_all()` would make it: classes with
 * a `__tablename__`, and `Table(…)`: https://docs.sqlalchemy.org/en/20/orm/declarative_tables.html
 */
export function declaredBySqlalchemy({
  candidates,
  text,
  dialect,
  isWhole = false,
}: PythonFiles): DeclaredSchema {
  const modules = modelModules(candidates, text, dialect);
  const tables = modules.flatMap((module) =>
    [...module.scope.names.values()].flatMap((value) => tableIn(value, module) ?? []),
  );
  const names = columnNames(
    tables.map(({ name, items: { attributes } }) => ({ name, attributes })),
  );
  const changes = tables.flatMap((table) => changesOf(table, names, dialect));
  return declaredByChanges(inOrder(changes), dialect, isWhole);
}

function tableIn(value: Value, module: ModelModule): DeclaredTable | null {
  const isHere = "at" in value && value.at.file === module.file.file;
  if (!isHere) return null;
  if (value.kind === "class") return modelIn(value, module);
  return value.kind === "call" && calledName(value) === "Table" ? tableCall(value) : null;
}

function modelIn(model: ClassValue, module: ModelModule): DeclaredTable | null {
  const isOwn = model.members.names.has("__tablename__") || !isOfModel(model);
  const isAbstract = model.members.names.get("__abstract__");
  if (!isOwn || isAbstract?.kind === "boolean") return null;
  const name = modelTable(model, model.at);
  const written = classMember(model, "__tablename__");
  if (!name || (written?.kind !== "text" && !model.members.names.has("__tablename__"))) return null;
  const items = modelItems(model, attributeCaller(module));
  return { name, at: { file: model.at.file, span: name.span }, items, comment: null };
}

/** What is made of a model shares its table. */
function isOfModel({ bases }: ClassValue): boolean {
  return bases.some(
    (base) => base.kind === "class" && classMember(base, "__tablename__")?.kind === "text",
  );
}

function attributeCaller({ run, file, scope }: ModelModule): CallAttribute {
  return (method, model) => {
    const term: CallTerm = {
      kind: "call",
      callee: method,
      args: [model],
      named: new Map(),
      isPartial: false,
      at: model.at,
    };
    return callFunction(method, term, { run, file, scope });
  };
}

function tableCall(term: CallTerm): DeclaredTable | null {
  const name = placedName(argumentOf(term, "name", 0), argumentOf(term, "schema"), term.at);
  if (!name) return null;
  const unread = term.isPartial ? ["it may have more columns, which are put in when it runs"] : [];
  const items = { attributes: new Map(), items: term.args.slice(2), unread };
  const comment = textOf(argumentOf(term, "comment"));
  return { name, at: { file: term.at.file, span: name.span }, items, comment };
}

function changesOf(
  { name, at, items, comment }: DeclaredTable,
  names: ColumnNames,
  dialect: Dialect,
): readonly Change[] {
  const parts = items.items.map((each) => withReferences(each, names));
  const definition = tableDefinition(parts, name, at, dialect);
  const isLater = ({ kind }: { readonly kind: string }) =>
    kind === "foreign key" && dialect !== "sqlite";
  const table = {
    ...plainTable(name, at),
    columns: definition.columns,
    constraints: definition.constraints.filter((each) => !isLater(each)),
    comment,
  };
  return [
    ...tableChanges(table, definition),
    ...definition.constraints.filter(isLater).map((constraint): AddConstraint => {
      const place = constraint.definedAt;
      return { kind: "add constraint", at: place, table: name, ifTableExists: false, constraint };
    }),
    ...[...items.unread, ...definition.unreadParts, ...lostReferences(parts)].map((reason) =>
      opaque(at, reason, { writes: [name] }),
    ),
  ];
}

const steps = ["create type", "create table", "create index", "add constraint", "opaque"];

/** Types once, tables before what points to them. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  const types = new Set<string>();
  const needed = changes.filter((change) => {
    if (change.kind !== "create type") return true;
    const key = `${change.name.schema ?? ""}\0${change.name.name}`;
    return !types.has(key) && types.add(key);
  });
  return needed.toSorted((a, b) => steps.indexOf(a.kind) - steps.indexOf(b.kind));
}

/** Whether a text may declare models of SQLAlchemy. */
export function mayDeclareSqlalchemy(text: string): boolean {
  return (
    /\b__tablename__\b/u.test(text) || (/\bTable\(/u.test(text) && /\bsqlalchemy\b/u.test(text))
  );
}
