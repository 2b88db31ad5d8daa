import type { NamedObject, Schema, View } from "@domain-isolation/model";
import type { Change, PlacedName } from "../changes/change.js";
import { pairsOf } from "./pairs.js";
import { dropOf, keyOfName, placedName } from "./placed-name.js";
import { withoutPlaces } from "./without-places.js";

export interface Steps {
  readonly create: readonly Change[];
  readonly drop: readonly Change[];
}

/** The changes of views; those whose tables or views change their columns are made anew. */
export function viewSteps(before: Schema, after: Schema): Steps {
  const { gone, come, kept } = pairsOf(before.views, after.views, keyOfName);
  const touched = touchedNames(before, after);
  const anew = kept.filter(([old, view]) => {
    if (withoutPlaces(old) !== withoutPlaces(view)) touched.add(keyOfName(view));
    return touched.has(keyOfName(view)) || [...old.reads, ...view.reads].some(isIn(touched));
  });
  const dropped = [...gone, ...anew.map(([old]) => old)];
  const created = [...come, ...anew.map(([, view]) => view)];
  return {
    drop: readersLast(dropped)
      .toReversed()
      .map((view) => ({ kind: "drop view", ...dropOf(view) })),
    create: readersLast(created).flatMap(creation),
  };
}

function isIn(names: ReadonlySet<string>) {
  return (name: NamedObject) => names.has(keyOfName(name));
}

/** Tables that lose or change columns, views that differ, and the views that read such views. */
function touchedNames(before: Schema, after: Schema): Set<string> {
  const columns = (schema: Schema) =>
    new Map(schema.tables.map((table) => [keyOfName(table), withoutPlaces(table.columns)]));
  const now = columns(after);
  const tables = [...columns(before)].filter(([name, own]) => now.get(name) !== own);
  const views = new Map(after.views.map((view) => [keyOfName(view), withoutPlaces(view)]));
  const changed = before.views.filter((view) => views.get(keyOfName(view)) !== withoutPlaces(view));
  const names = new Set([...tables.map(([name]) => name), ...changed.map(keyOfName)]);
  for (const view of readersLast(before.views)) {
    if (view.reads.some(isIn(names))) names.add(keyOfName(view));
  }
  return names;
}

function readersLast(views: readonly View[]): readonly View[] {
  const depths = new Map<string, number>();
  const depthOf = (view: View): number => {
    const known = depths.get(keyOfName(view));
    if (known !== undefined) return known;
    depths.set(keyOfName(view), 0);
    const read = views.filter((each) =>
      view.reads.some((name) => keyOfName(name) === keyOfName(each)),
    );
    const depth = 1 + Math.max(0, ...read.map(depthOf));
    depths.set(keyOfName(view), depth);
    return depth;
  };
  return views.toSorted((a, b) => depthOf(a) - depthOf(b));
}

/** Names that a definition holds, as it wrote them. */
export function namesOf(reads: readonly NamedObject[]): readonly PlacedName[] {
  return reads.map(({ schema, name, namedAt }) => ({ schema, name, span: namedAt.span }));
}

function creation(view: View): readonly Change[] {
  const { definedAt: at, kind: viewKind, definition: text } = view;
  const name = placedName(view, view);
  const query = { text, reads: namesOf(view.reads), columns: null };
  const how = { orReplace: false, ifNotExists: false, temporary: false } as const;
  return [
    { kind: "create view", at, name, viewKind, query, ...how },
    ...view.indexes.map((index): Change => {
      const own = placedName({ schema: view.schema, name: index.name }, index);
      const definition = { index: { ...index, name: own }, ifNotExists: false };
      return { kind: "create index", at: index.definedAt, table: name, ...definition };
    }),
  ];
}
