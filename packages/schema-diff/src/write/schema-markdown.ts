import type { Column, Table, TreeFacts } from "@domain-isolation/model";
import type { LineOf } from "./schema-document.js";
import { objectKey } from "./object-key.js";

/** The schemas of all domains for people to read: a chapter a domain, a list of columns a table. */
export function* schemaMarkdown(trees: readonly TreeFacts[], lineOf: LineOf): Generator<string> {
  for (const domain of new Set(trees.map((tree) => tree.domain))) {
    const own = trees.filter((tree) => tree.domain === domain);
    const tables = firstOfEach(own.flatMap(({ schema }) => schema.tables));
    yield `## ${domain}\n\n`;
    yield `${counted(tables.length, "table")}, ${counted(own.flatMap(({ files }) => files).length, "migration")}.\n`;
    for (const table of tables) yield tableMarkdown(table, lineOf);
    yield* viewsMarkdown(own);
    yield* opaqueMarkdown(own, lineOf);
    yield "\n";
  }
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? "" : "s"}`;
}

function firstOfEach(tables: readonly Table[]): readonly Table[] {
  const named = new Map<string, Table>();
  for (const table of tables) if (!named.has(objectKey(table))) named.set(objectKey(table), table);
  return [...named.values()].sort((a, b) => (objectKey(a) < objectKey(b) ? -1 : 1));
}

function tableMarkdown(table: Table, lineOf: LineOf): string {
  const { definedAt, columns } = table;
  const rows = columns.map((column) => {
    const cells = [column.name, column.type, notesOf(column, table)];
    return `| ${cells.map(escaped).join(" | ")} |\n`;
  });
  return [
    `\n### ${objectKey(table)}\n\n`,
    `${definedAt.file}:${String(lineOf(definedAt))}\n\n`,
    "| Column | Type | |\n| --- | --- | --- |\n",
    ...rows,
  ].join("");
}

function notesOf(column: Column, { primaryKey, uniques, foreignKeys }: Table): string {
  const isIn = ({ columns }: { readonly columns: readonly string[] }) =>
    columns.includes(column.name);
  const pointing = foreignKeys
    .filter(isIn)
    .map(({ references }) => `→ ${objectKey(references)} (${references.columns.join(", ")})`);
  return [
    ...(primaryKey && isIn(primaryKey) ? ["primary key"] : []),
    ...(uniques.some((key) => key.columns.length === 1 && isIn(key)) ? ["unique"] : []),
    ...(column.nullable ? ["null"] : []),
    ...(column.default === null ? [] : [`default ${column.default}`]),
    ...pointing,
  ].join(", ");
}

/** A bar would end the cell. */
function escaped(text: string): string {
  return text.replaceAll("|", String.raw`\|`).replaceAll(/\s+/gu, " ");
}

function* viewsMarkdown(trees: readonly TreeFacts[]): Generator<string> {
  for (const view of trees.flatMap(({ schema }) => schema.views)) {
    yield `\n### ${objectKey(view)} (${view.kind === "view" ? "view" : "materialized view"})\n\n`;
    yield `reads ${view.reads.map(objectKey).join(", ") || "no table"}\n`;
  }
}

function* opaqueMarkdown(trees: readonly TreeFacts[], lineOf: LineOf): Generator<string> {
  const opaque = trees.flatMap((tree) => tree.opaque);
  if (opaque.length === 0) return;
  yield "\n### What can't be told\n\n";
  for (const { file, span, reason } of opaque) {
    yield `- ${file}:${String(lineOf({ file, span }))}: ${reason}\n`;
  }
}
