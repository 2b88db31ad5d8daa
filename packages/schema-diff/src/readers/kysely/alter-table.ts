import type { Change, DropConstraint } from "../../changes/change.js";
import type { Step } from "../source-code/chain.js";
import { nameOfIndex, plainIndex } from "../source-code/definitions.js";
import { textOf, textsOf } from "../source-code/literals.js";
import { placeOf } from "../source-code/names.js";
import { opaque } from "../source-code/run.js";
import { alteredColumn, builtColumn } from "./column.js";
import { isConstraint, tableConstraint } from "./constraints.js";
import { says, type SchemaCall } from "./schema-calls.js";

/** `alterTable(name).addColumn(…).dropColumn(…)`: each step is a change. */
export function alterTable(call: SchemaCall): readonly Change[] {
  return call.rest.flatMap((step): readonly Change[] => {
    if (/^(?:ifExists|cascade|restrict|execute|modifyEnd|unique|columns?)$/u.test(step.name))
      return [];
    const change = isConstraint(step.name)
      ? constraintAdded(call, step)
      : steps[step.name]?.(call, step, textsIn(call, step));
    return [
      change ?? {
        ...opaque(step.place, ""),
        kind: "opaque",
        reason: `\`${step.name}\` of a table is known only when it runs`,
        reads: [],
        writes: [call.name],
      },
    ];
  });
}

type Texts = readonly (string | null)[];
type Reader = (call: SchemaCall, step: Step, texts: Texts) => Change | null;

function textsIn({ run }: SchemaCall, { args }: Step): Texts {
  return (args ?? []).map((each) => textOf(each, run.analysis));
}

function common({ name }: SchemaCall, step: Step) {
  return { at: placeOf(step.place), table: name, ifTableExists: false };
}

function constraintAdded(call: SchemaCall, step: Step): Change | null {
  const constraint = tableConstraint(step, call.run);
  return constraint && { ...common(call, step), kind: "add constraint", constraint };
}

const steps: Readonly<Record<string, Reader>> = {
  addColumn: (call, step) => {
    const built = builtColumn(step, call.run);
    if (!built) return null;
    return {
      ...common(call, step),
      kind: "add column",
      ifNotExists: false,
      position: null,
      ...built,
    };
  },
  modifyColumn: (call, step) => {
    const built = builtColumn(step, call.run);
    if (!built) return null;
    const { name, type, nullable, ...column } = built.column;
    const set = { type, nullable, default: column.default };
    return { ...common(call, step), kind: "alter column", column: name, set };
  },
  alterColumn: (call, step) => alteredColumn(step, call.name, call.run),
  dropColumn: (call, step, [column]) =>
    column
      ? { ...common(call, step), kind: "drop column", column, ifExists: false, cascade: false }
      : null,
  renameColumn: (call, step, [column, to]) =>
    column && to ? { ...common(call, step), kind: "rename column", column, to } : null,
  renameConstraint: (call, step, [name, to]) =>
    name && to ? { ...common(call, step), kind: "rename constraint", name, to } : null,
  renameTo: (call, step, [to]) =>
    to
      ? {
          kind: "rename",
          object: "table",
          at: placeOf(step.place),
          name: call.name,
          to,
          ifExists: false,
        }
      : null,
  setSchema: (call, step, [to]) =>
    to
      ? {
          kind: "set schema",
          object: "table",
          at: placeOf(step.place),
          name: call.name,
          to,
          ifExists: false,
        }
      : null,
  dropConstraint: (call, step, [name]) => {
    if (!name) return null;
    const [ifExists, cascade] = [says(call.rest, "ifExists"), says(call.rest, "cascade")];
    const dropped: DropConstraint = {
      ...common(call, step),
      kind: "drop constraint",
      name,
      constraint: null,
      ifExists,
      cascade,
    };
    return dropped;
  },
  addIndex: (call, step, [name]) => {
    const columns = call.rest.flatMap((each) =>
      /^columns?$/u.test(each.name) ? (textsOf(each.args?.[0], call.run.analysis) ?? []) : [],
    );
    if (!name) return null;
    const at = placeOf(step.place);
    const index = {
      ...plainIndex(nameOfIndex(call.name, name), columns, at),
      unique: says(call.rest, "unique"),
    };
    return { kind: "create index", at, table: call.name, index, ifNotExists: false };
  },
  dropIndex: (call, step, [name]) =>
    name
      ? {
          kind: "drop index",
          at: placeOf(step.place),
          name: nameOfIndex(call.name, name),
          table: call.name,
          ifExists: false,
          cascade: false,
        }
      : null,
};
