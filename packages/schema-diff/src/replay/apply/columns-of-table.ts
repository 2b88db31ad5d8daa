import type { Column, Table } from "@domain-isolation/model";
import type { CreateTable, TableLike } from "../../changes/change.js";
import { refuse, resolve, resolveTables, shown, type State } from "../state.js";
import { makeColumn } from "./make-column.js";
import { tableFor } from "./table-for.js";

/** The tables from which a new one takes its columns: its parents, or that whose partition it is. */
export function inheritedBy(change: CreateTable, state: State): readonly Table[] {
  const { at, partitionOf } = change;
  const parents = change.inherits.flatMap((table) => tableFor({ table, at }, state) ?? []);
  const whole = partitionOf && tableFor({ table: partitionOf, at }, state);
  if (whole && whole.kind !== "partitioned") {
    refuse(state, at, `\`${shown(whole, state)}\` isn't partitioned`);
  }
  return whole ? [...parents, whole] : parents;
}

/** The columns of a new table: inherited ones, those of `LIKE`, its own, those of a query. */
export function columnsOf(
  change: CreateTable,
  inherited: readonly Table[],
  made: Table,
  state: State,
): readonly Column[] {
  const own = made.columns;
  const likes = change.like.map((like) => ({
    position: like.position ?? 0,
    columns: likeColumns(like, change, made, state),
  }));
  const likesAt = (index: number) =>
    likes.flatMap(({ position, columns }) => (position === index ? columns : []));
  return merged([
    ...inherited.flatMap(({ columns }) => columns.map((column) => ({ ...column, identity: null }))),
    ...own.flatMap((column, index) => [...likesAt(index), column]),
    ...likesAt(own.length),
    ...(change.as ? resultColumns(change, state) : []),
  ]);
}

/** A column of the same name adds to an inherited one. */
function merged(columns: readonly Column[]): readonly Column[] {
  const byName = new Map<string, Column>();
  for (const column of columns) {
    const before = byName.get(column.name);
    byName.set(column.name, {
      ...column,
      nullable: column.nullable && (before?.nullable ?? true),
      default: column.default ?? before?.default ?? null,
    });
  }
  return [...byName.values()];
}

function likeColumns(
  like: TableLike,
  change: CreateTable,
  made: Table,
  state: State,
): readonly Column[] {
  const source = resolve(like.name, state.tables, state);
  const has = (option: TableLike["including"][number]) => like.including.includes(option);
  const columns = (source?.columns ?? []).map((column) => ({
    ...column,
    default: has("defaults") ? column.default : null,
    identity: has("identity") ? column.identity : null,
    generated: has("generated") ? column.generated : null,
    comment: has("comments") ? column.comment : null,
    definedAt: change.at,
  }));
  return columns.map((column) => makeColumn({ ...column, serial: false }, made, state));
}

/** What a query gives: columns of tables by their names; of others the type can't be told here. */
function resultColumns({ as, at }: CreateTable, state: State): readonly Column[] {
  if (!as) return [];
  const sources = resolveTables(as.reads, state).flatMap((name) => state.tables.get(name) ?? []);
  const [only] = sources;
  const isWhole = /^\s*\(?\s*select\s+\*\s+from\b/iu.test(as.text) && sources.length === 1;
  const { rules } = state;
  const names = as.columns ?? (isWhole ? (only?.columns.map(({ name }) => name) ?? []) : []);
  return names.map((name, index) => {
    const origin = as.origins ? as.origins[index] : name;
    const source = sources
      .flatMap(({ columns }) => columns)
      .find((each) => {
        return rules.foldColumn(each.name) === rules.foldColumn(origin ?? "");
      });
    const nothing = { default: null, identity: null, generated: null, comment: null };
    return {
      name,
      type: rules.resultType(source?.type ?? ""),
      nullable: true,
      ...nothing,
      definedAt: at,
    };
  });
}
