import type { Dialect } from "@domain-isolation/model";
import type { Change } from "../../changes/change.js";
import { unreadable } from "../../trees/problem.js";
import type { Migration, TreeProblem } from "../../trees/tree.js";
import type { TreeFiles } from "../reader.js";
import { readSections, type SectionMarkers, type Sections } from "../sections/sections.js";
import { changesIn, unread, type SqlDocument } from "../sections/sql-document.js";
import { languageOf, writtenInCode } from "./code-script.js";
import type { ScriptPair } from "./pair-scripts.js";

/** How the text of a script is read. */
export interface ScriptText {
  readonly files: Pick<TreeFiles, "text">;
  readonly dialect: Dialect;
  /** Null where all of a file runs. */
  readonly markers: SectionMarkers | null;
}

export interface ReadPair {
  /** Null where nothing of it can be read. */
  readonly migration: Migration | null;
  readonly problems: readonly TreeProblem[];
}

/** What the files of a migration do. */
export function readPair({ id, up, down }: ScriptPair, how: ScriptText): ReadPair {
  const upText = how.files.text(up);
  const downText = down === null ? null : how.files.text(down);
  const isLost = down !== null && downText === null;
  const problems = [
    ...(upText === null ? [unreadable(up)] : []),
    ...(isLost ? [unreadable(down)] : []),
  ];
  if (upText === null) return { migration: null, problems };
  const ways = readScript(up, upText, how);
  const back =
    down === null || downText === null
      ? null
      : readScript(down, downText, { ...how, markers: null });
  const migration = { id, file: up, after: null, up: ways.up, down: back?.up ?? ways.down };
  return { migration, problems };
}

export function readPairs(
  pairs: readonly ScriptPair[],
  how: ScriptText,
): { readonly migrations: readonly Migration[]; readonly problems: readonly TreeProblem[] } {
  const read = pairs.map((pair) => readPair(pair, how));
  return {
    migrations: read.flatMap(({ migration }) => migration ?? []),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** What one file does, be it SQL or code. */
function readScript(
  file: string,
  text: string,
  { dialect, markers }: ScriptText,
): Pick<Migration, "up" | "down"> {
  const language = languageOf(file);
  if (language !== null) return { up: [writtenInCode(file, text, language)], down: null };
  const document = { file, text, dialect };
  return waysOf(document, markers ? readSections(document, markers) : wholeOf(text));
}

function waysOf(
  document: SqlDocument,
  { up, down, outside }: Sections,
): Pick<Migration, "up" | "down"> {
  const stray: readonly Change[] = unread(document, outside, "it stands in no section that is run");
  return { up: [...stray, ...changesIn(document, up)], down: down && changesIn(document, down) };
}

function wholeOf(text: string): Sections {
  return { up: [{ start: 0, end: text.length }], down: null, outside: [] };
}
