import { changesetId, type Changeset } from "./changeset.js";

export const isChangelog = /\.(?:xml|ya?ml|json)$/u;

/** What a changelog in XML, YAML or JSON includes, in its order. */
export interface Include {
  readonly path: string;
  /** All files of a folder, by name. */
  readonly isAll: boolean;
  /** Where the path begins: at the changelog itself, or where Liquibase searches. */
  readonly isRelative: boolean;
}

interface OtherChangelog {
  readonly includes: readonly Include[];
  /** Changesets in other words than SQL: nobody here reads them. */
  changesetsOf(file: string): readonly Changeset[];
}

const xmlInclude = /<include(All)?\s([^>]*)>/gu;
const listedInclude =
  /["']?\binclude(All)?["']?\s*:([^]*?)(?=["']?\b(?:include|includeAll|changeSet|property|preConditions)["']?\s*:|$)/gu;

/** Null for what is no changelog. */
export function otherChangelog(written: string): OtherChangelog | null {
  if (!/\bdatabaseChangeLog\b/u.test(written)) return null;
  const isXml = /^\s*\uFEFF?\s*</u.test(written);
  const text = withoutComments(written, isXml);
  const found = [...text.matchAll(isXml ? xmlInclude : listedInclude)];
  return {
    includes: found.flatMap(([, all, attributes = ""]) => includeOf(all !== undefined, attributes)),
    changesetsOf: (file) => opaqueChangesets(file, text, isXml),
  };
}

function includeOf(isAll: boolean, attributes: string): readonly Include[] {
  const path = valueOf(attributes, isAll ? "path" : "file");
  const isRelative = valueOf(attributes, "relativeToChangelogFile") === "true";
  return path === null ? [] : [{ path, isAll, isRelative }];
}

function valueOf(attributes: string, name: string): string | null {
  const pattern = new RegExp(
    String.raw`\b${name}["']?\s*[:=]\s*(?:"([^"]*)"|'([^']*)'|([^\s,}]+))`,
    "u",
  );
  const [, double, single, bare] = pattern.exec(attributes) ?? [];
  return double ?? single ?? bare ?? null;
}

/** Comments as blanks, so that offsets stay. */
function withoutComments(text: string, isXml: boolean): string {
  const comments = isXml ? /<!--[^]*?-->/gu : /(?<=^|\s)#[^\n]*/gu;
  return text.replaceAll(comments, (comment) => comment.replaceAll(/[^\n]/g, " "));
}

function opaqueChangesets(file: string, text: string, isXml: boolean): readonly Changeset[] {
  const heads = text.matchAll(isXml ? /<changeSet\b[^>]*>/gu : /["']?\bchangeSet["']?\s*:/gu);
  return [...heads].map((match, index) => {
    const [found] = match;
    const behind = isXml ? found : text.slice(match.index, match.index + 1000);
    const id = valueOf(behind, "id") ?? String(index + 1);
    const author = valueOf(behind, "author") ?? "";
    const at = { file, span: { start: match.index, end: match.index + found.length } };
    const reason = "it is a changeset that isn't written in SQL";
    const up = [{ kind: "opaque" as const, at, reason, reads: [], writes: [] }];
    return { migration: { id: changesetId(file, id, author), file, after: null, up, down: null } };
  });
}
