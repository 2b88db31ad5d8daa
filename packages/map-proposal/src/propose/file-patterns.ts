import type { ProposedEntry } from "../map-proposal.js";
import type { Claim } from "./grouping.js";
import { counted } from "./in-words.js";
import { wordsOf } from "./phrase-of.js";

/** Who claims each file; null for nobody. */
export type Claims = ReadonlyMap<string, Claim | null>;

/** The patterns that give a domain what it claims: folders, beginnings of names, single files. */
export function filePatterns(domain: string, claims: Claims): readonly ProposedEntry[] {
  const own = [...claims].flatMap(([file, claim]) =>
    claim?.domain === domain ? [{ file, part: claim.part }] : [],
  );
  const folders = outermost(own.filter(({ part }) => !part.isFile).map(({ part }) => part.path));
  const patterns = folders.map((folder): ProposedEntry => {
    const inside = own.filter(({ file }) => file.startsWith(`${folder}/`));
    return { value: `${literal(folder)}/**`, note: counted(inside.length, "file") };
  });
  const single = own.filter(
    ({ file, part }) => part.isFile && !folders.some((folder) => file.startsWith(`${folder}/`)),
  );
  const named = single.map(({ file }) => file);
  return [...patterns, ...namePatterns(named, claims)].sort((a, b) => (a.value < b.value ? -1 : 1));
}

function outermost(folders: readonly string[]): readonly string[] {
  const all = [...new Set(folders)].sort();
  return all.filter((folder) => !all.some((other) => folder.startsWith(`${other}/`)));
}

/** Files of one folder whose names begin alike are one pattern, unless that takes others along. */
function namePatterns(files: readonly string[], claims: Claims): readonly ProposedEntry[] {
  const left = new Set(files);
  const patterns: ProposedEntry[] = [];
  for (const file of files) {
    if (!left.has(file)) continue;
    const start = beginning(file);
    const alike = files.filter((other) => isBelow(other, start));
    const isOwn = [...claims.keys()].every((other) => !isBelow(other, start) || left.has(other));
    if (alike.length >= 3 && isOwn) {
      patterns.push({ value: `${literal(start)}*`, note: counted(alike.length, "file") });
      for (const other of alike) left.delete(other);
    } else {
      patterns.push({ value: literal(file), note: null });
      left.delete(file);
    }
  }
  return patterns;
}

/** Without the parts of the name after its first word: `src/db/project` of `src/db/project-store.ts`. */
function beginning(file: string): string {
  const slash = file.lastIndexOf("/") + 1;
  const name = file.slice(slash);
  const [word = ""] = wordsOf(name);
  const length = name.toLowerCase().startsWith(word) ? word.length : name.length;
  return file.slice(0, slash + length);
}

function isBelow(file: string, start: string): boolean {
  return file.startsWith(start) && !file.slice(start.length).includes("/");
}

/** A path as a pattern that means nothing but it. */
export function literal(path: string): string {
  return path.replace(/[*?{}\\!]/gu, "\\$&");
}
