import type { Analysis } from "../../analysis.js";
import type { Entity } from "../../values/value.js";
import { fileIndex } from "../file-index.js";
import { topCalls } from "../top-calls.js";
import { tableAt } from "./tables.js";

/** A file that declares tables imports what makes them, or calls a creator by a name like that. */
const declaring = /\bdrizzle-orm\/[\w-]+-core\b|[tT]able\w*\s*\(\s*["'\x60]/u;

const tableIndex = fileIndex(declaring, readTables);

/** The table whose constant has a name; of several, the one that is declared nearest to a file. */
export function tableNamed(name: string, file: string, analysis: Analysis): Entity | null {
  const [first, ...others] = (tableIndex(analysis).get(name) ?? []).toSorted(
    (a, b) => nearness(b, file) - nearness(a, file),
  );
  const rival = others.find((each) => first && !isSame(each, first));
  if (!first) return null;
  return rival && nearness(rival, file) === nearness(first, file) ? null : first;
}

function isSame(a: Entity, b: Entity): boolean {
  return a.table === b.table && a.schema === b.schema;
}

/** How many folders two files share. */
function nearness({ file }: Entity, other: string): number {
  const folders = other.split("/");
  return file.split("/").findIndex((folder, index) => folder !== folders[index]);
}

function readTables(
  files: readonly string[],
  analysis: Analysis,
): ReadonlyMap<string, readonly Entity[]> {
  const found = new Map<string, Entity[]>();
  for (const file of files) {
    for (const call of topCalls(file, analysis)) {
      const table = tableAt(call, analysis);
      const same = table ? (found.get(table.name) ?? []) : [];
      if (table?.file === file && !same.includes(table)) found.set(table.name, [...same, table]);
    }
  }
  return found;
}
