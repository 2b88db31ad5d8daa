import { spanOf, type DataModule, type Place } from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import { createCodeAnalysis } from "../../readers/source-code/create-code-analysis.js";
import { topOf } from "../../readers/source-code/migration-functions.js";
import type { CodeFiles } from "../../readers/reader.js";
import { declaredByChanges } from "../declared-by-changes.js";
import type { DeclaredSchema } from "../declared-schema.js";
import { drizzleCall } from "./drizzle-call.js";
import { drizzleSettings, type ProjectFiles } from "./drizzle-settings.js";
import { enumOf } from "./enum-call.js";
import { opaqueName, readTable } from "./read-table.js";
import { tableCall, topLevelValues, type TableCall } from "./table-call.js";
import type { DrizzleReading } from "./table-reading.js";

export interface DrizzleFiles extends ProjectFiles {
  /** The files that may declare tables; those that they import are found by themselves. */
  readonly candidates: readonly string[];
  readonly code: CodeFiles;
}

/**
 * The schemas that Drizzle's tables in code declare, one for each kind of database, as drizzle-kit
 * would make them: https://orm.drizzle.team/docs/sql-schema-declaration. Tables that functions make
 * belong to whoever calls them, and aren't looked for.
 */
export function declaredByDrizzle(project: DrizzleFiles): readonly DeclaredSchema[] {
  const analysis = createCodeAnalysis(project.code);
  const { casing, schemaFiles } = drizzleSettings(project, analysis);
  const values = project.candidates.flatMap((file) => valuesIn(analysis.module(file)));
  const tables = values.flatMap((value) => ownTable(value, tableCall(value, analysis)) ?? []);
  const dialects = (["postgresql", "mysql", "sqlite"] as const).filter((dialect) =>
    tables.some((table) => table.dialect === dialect),
  );
  return dialects.map((dialect) => {
    const reading: DrizzleReading = { analysis, dialect, casing };
    const own = seen(
      tables.filter((table) => table.dialect === dialect),
      schemaFiles,
    );
    return declaredByChanges(
      [...enumChanges(values, reading), ...tableChanges(own, reading)],
      dialect,
      schemaFiles.size > 0,
    );
  });
}

/** Of tables with one name those that drizzle-kit sees, if it sees one. */
function seen(tables: readonly TableCall[], files: ReadonlySet<string>): readonly TableCall[] {
  const isSeen = ({ place }: TableCall) => files.has(place.module.file);
  const key = ({ name, place }: TableCall) =>
    name ? `${name.schema ?? ""}\0${name.name}` : place.module.file;
  const names = new Set(tables.filter(isSeen).map(key));
  return tables.filter((table) => isSeen(table) || !names.has(key(table)));
}

function valuesIn(module: DataModule | null): readonly Place[] {
  return module ? topLevelValues(module.source.program).map((node) => topOf(module, node)) : [];
}

/** Names for a table of elsewhere, and columns of one, make none. */
function ownTable(value: Place, table: TableCall | null): TableCall | null {
  const isHere = table?.place.module === value.module && isWithin(table.place, value);
  return table && isHere && table.rest.every(({ args }) => args !== null) ? table : null;
}

function isWithin({ node: inner }: Place, { node: outer }: Place): boolean {
  const [a, b] = [spanOf(inner), spanOf(outer)];
  return b.start <= a.start && a.end <= b.end;
}

/** Tables first, so that a key finds the one to which it points. */
function tableChanges(tables: readonly TableCall[], reading: DrizzleReading): readonly Change[] {
  const read = tables.map((table) => readTable(table, reading));
  const found = read.filter((each) => each !== null);
  return [
    ...found.map(({ table }) => table),
    ...found.flatMap(({ indexes }) => indexes),
    ...found.flatMap(({ foreignKeys }) => foreignKeys),
    ...found.flatMap(({ opaque }) => opaque),
    ...tables.filter((_, index) => !read[index]).map(({ place }) => opaqueName(place)),
  ];
}

function enumChanges(values: readonly Place[], { analysis, dialect }: DrizzleReading) {
  if (dialect !== "postgresql") return [];
  return values.flatMap((value): Change[] => {
    const call = drizzleCall(value, analysis);
    const found = call && enumOf(call, analysis);
    if (found?.name == null || found.rest.length > 0 || !isWithin(found.place, value)) return [];
    const at = { file: value.module.file, span: spanOf(found.place.node) };
    const name = { schema: found.schema, name: found.name, span: at.span };
    return [{ kind: "create type", at, name, type: "enum", values: found.values ?? [] }];
  });
}

/** Whether a text may declare tables of Drizzle. */
export function mayDeclareDrizzle(text: string): boolean {
  return /\b(?:pg|mysql|sqlite)(?:Table|TableCreator|Schema)\b|\bdrizzle-orm\b|\w\.table\(/u.test(
    text,
  );
}
