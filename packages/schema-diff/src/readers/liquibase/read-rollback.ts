import type { Span } from "@domain-isolation/model";
import { findMarkers, type Marker } from "@domain-isolation/sql";
import type { Change } from "../../changes/change.js";
import { keepOnly } from "../sections/keep-only.js";
import { changesIn, type SqlDocument } from "../sections/sql-document.js";

/** `--rollback SQL` on each line, or all of it in one comment that begins `liquibase rollback`. */
const rollback =
  /(?<=^[^\S\n]*)--[^\S\n]*rollback(?=\s|$)([^\n]*)|\/\*\s*liquibase\s+rollback\s*([^]*?)\*\//imuy;

/**
 * How a changeset is taken back: https://docs.liquibase.com/workflows/liquibase-community/using-rollback.html.
 * Null where it doesn't say.
 */
export function readRollback(document: SqlDocument, body: Span): readonly Change[] | null {
  const text = keepOnly(document.text, [body]);
  const lines = findMarkers(text, document.dialect, rollback);
  if (lines.length === 0) return null;
  if (lines.some(({ groups }) => isElsewhere.test(said(groups)))) {
    return lines.map((line) => elsewhere(document.file, line));
  }
  const spans = lines.filter(({ groups }) => !isNothing.test(said(groups))).map(contentOf);
  return changesIn({ ...document, text: keepOnly(text, spans) }, [body]);
}

const isNothing = /^\s*(?:empty|not required)?\s*$/iu;
const isElsewhere = /^\s*changeset(?:Id|Author|Path)\s*:/iu;

function said([line, block]: Marker["groups"]): string {
  return line ?? block ?? "";
}

function contentOf({ end, groups: [line, block] }: Marker): Span {
  if (line !== undefined) return { start: end - line.length, end };
  const close = "*/".length;
  return { start: end - close - (block ?? "").length, end: end - close };
}

function elsewhere(file: string, { start, end }: Marker): Change {
  const reason = "it runs another changeset again";
  return { kind: "opaque", at: { file, span: { start, end } }, reason, reads: [], writes: [] };
}
