import type { Dialect, Span } from "@domain-isolation/model";
import { findMarkers } from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import { delimiterMarkers } from "../sections/delimiters.js";
import { keepOnly } from "../sections/keep-only.js";
import { readSections } from "../sections/sections.js";
import { changesIn, type SqlDocument } from "../sections/sql-document.js";
import { changesetId, type Changeset } from "./changeset.js";
import { readRollback } from "./read-rollback.js";

/** `--changeset author:id attribute:value …`; both may stand in quotes. */
const head =
  /(?<=^[^\S\n]*)--[^\S\n]*changeset[^\S\n]+("[^"\n]+"|[^:\n]+):[^\S\n]*("[^"\n]+"|[^\s"]+)([^\n]*)/imuy;

/** The changesets of a file that run on its database. */
export function readFormatted(document: SqlDocument): readonly Changeset[] {
  const cleaned = { ...document, text: withoutIgnoredLines(document) };
  const heads = findMarkers(cleaned.text, document.dialect, head);
  return heads.flatMap(({ end, groups: [author = "", id = "", rest = ""] }, index) => {
    const attributes = attributesOf(rest);
    if (!isFor(document.dialect, attributes.get("dbms") ?? null)) return [];
    const body = { start: end, end: heads[index + 1]?.start ?? cleaned.text.length };
    const { file } = document;
    const name = changesetId(file, unquoted(id), unquoted(author.trim()));
    const up = readStatements(cleaned, body, attributes);
    const down = readRollback(cleaned, body);
    return [{ migration: { id: name, file, after: null, up, down } }];
  });
}

function unquoted(text: string): string {
  return text.replaceAll('"', "");
}

/** `runOnChange:true endDelimiter:"\n/" context:"a or b"`; names are told apart without their case. */
function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/(\w+):\s*(?:"([^"]*)"|(\S+))/gu);
  return new Map(
    [...found].map(([, name = "", quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? ""]),
  );
}

const namesOf: Readonly<Record<Dialect, readonly string[]>> = {
  mysql: ["mysql", "mariadb"],
  postgresql: ["postgresql", "edb", "cockroachdb"],
  sqlite: ["sqlite"],
};

/** `postgresql, mysql` or `!h2`: https://docs.liquibase.com/concepts/changelogs/attributes/dbms.html */
function isFor(dialect: Dialect, dbms: string | null): boolean {
  const wanted = (dbms ?? "").split(",").map((each) => each.trim().toLowerCase());
  const names = wanted.filter((each) => each !== "");
  const isMeant = (name: string) => name === "all" || namesOf[dialect].includes(name);
  if (names.some((name) => name.startsWith("!") && isMeant(name.slice(1)))) return false;
  const positive = names.filter((name) => !name.startsWith("!"));
  return !positive.includes("none") && (positive.length === 0 || positive.some(isMeant));
}

function readStatements(
  document: SqlDocument,
  body: Span,
  attributes: ReadonlyMap<string, string>,
): readonly Change[] {
  const written = attributes.get("enddelimiter") ?? ";";
  const delimiter = written.replaceAll(/^(?:\\r)?(?:\\n)+|\\s\*|\\n$/gu, "");
  if (delimiter === "" || delimiter === ";") return changesIn(document, [body]);
  const alone = { ...document, text: keepOnly(document.text, [body]) };
  return changesIn(alone, readSections(alone, delimiterMarkers(delimiter)).up);
}

/** `--ignoreLines:start` to `--ignoreLines:end`, or so many lines behind `--ignoreLines:2`. */
function withoutIgnoredLines({ text, dialect }: SqlDocument): string {
  const pattern = /(?<=^[^\S\n]*)--[^\S\n]*ignorelines:(start|end|\d+)[^\n]*\n?/imuy;
  const kept: Span[] = [];
  let start = 0;
  for (const marker of findMarkers(text, dialect, pattern)) {
    const [word = ""] = marker.groups;
    if (marker.start < start) continue;
    kept.push({ start, end: marker.start });
    start =
      word.toLowerCase() === "start"
        ? endOfIgnored(text, marker.end)
        : marker.end + linesLength(text, marker.end, Number(word) || 0);
  }
  return keepOnly(text, [...kept, { start, end: text.length }]);
}

function endOfIgnored(text: string, from: number): number {
  const pattern = /^[^\S\n]*--[^\S\n]*ignorelines:end[^\n]*/gimu;
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : text.length;
}

function linesLength(text: string, from: number, count: number): number {
  const lines = text.slice(from).split("\n").slice(0, count);
  return Math.min(
    text.length - from,
    lines.reduce((sum, line) => sum + line.length + 1, 0),
  );
}
