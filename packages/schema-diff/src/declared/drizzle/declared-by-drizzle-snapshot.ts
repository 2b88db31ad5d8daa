import type { Dialect } from "@domain-isolation/model";
import { isRecord, parseJson } from "../../json/parse-json.js";
import { declaredByChanges } from "../declared-by-changes.js";
import { replay } from "../../replay/replay.js";
import type { DeclaredSchema } from "../declared-schema.js";
import { createPlaces } from "./places.js";
import { readEnums, readSchemas, readSequences, readViews } from "./snapshot-objects.js";
import type { SnapshotContext } from "./snapshot-context.js";
import { entriesOf } from "./snapshot-values.js";
import { readTable } from "./snapshot-table.js";

export interface SnapshotFile {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string;
}

const dialects: ReadonlyMap<unknown, Dialect> = new Map([
  ["mysql", "mysql"],
  ["pg", "postgresql"],
  ["postgresql", "postgresql"],
  ["sqlite", "sqlite"],
  ["turso", "sqlite"],
]);

/**
 * The schema that a `meta/*_snapshot.json` of drizzle-kit records, in its versions 5 to 7:
 * https://orm.drizzle.team/docs/drizzle-kit-generate. Later ones are lists of another form.
 */
export function declaredByDrizzleSnapshot({ file, text }: SnapshotFile): DeclaredSchema {
  const snapshot = parseJson(text);
  const dialect = isRecord(snapshot) ? dialects.get(snapshot.dialect) : undefined;
  if (!isRecord(snapshot) || !isRecord(snapshot.tables) || !dialect) return noSnapshot(file);
  const context: SnapshotContext = { dialect, file, places: createPlaces(file, text) };
  const tables = entriesOf(snapshot.tables).map(([key, table]) => readTable(key, table, context));
  const changes = [
    ...readSchemas(snapshot.schemas, context),
    ...readEnums(snapshot.enums, context),
    ...readSequences(snapshot.sequences, context),
    ...tables.map(({ table }) => table),
    ...tables.flatMap(({ indexes }) => indexes),
    ...tables.flatMap(({ foreignKeys }) => foreignKeys),
    ...readViews(snapshot.views, context),
  ];
  return declaredByChanges(changes, dialect, true);
}

function noSnapshot(file: string): DeclaredSchema {
  const at = { file, span: { start: 0, end: 0 } };
  const message = "it is no snapshot of drizzle-kit in its versions 5 to 7";
  return { schema: replay([], "postgresql").schema, isWhole: false, problems: [{ at, message }] };
}
