import type { ProposedEntry } from "../map-proposal.js";
import type { RepositoryFacts } from "../repository-facts.js";
import { literal } from "./file-patterns.js";
import { counted, some } from "./in-words.js";
import { isProductCode } from "./is-product-code.js";

export interface PublicEntries {
  readonly entries: readonly ProposedEntry[];
  /** What is said of a domain that others import without any entry. */
  readonly remark: string | null;
}

/** More entries than these are none. */
const mostEntries = 6;

/** The index files of a domain that others import already. */
export function publicEntries(
  domain: string,
  facts: RepositoryFacts,
  owner: (file: string) => string | null,
): PublicEntries {
  const importers = new Map<string, Set<string>>();
  for (const file of facts.files) {
    if (owner(file) === domain || !isProductCode(file)) continue;
    for (const { target } of facts.imports(file)) {
      if (target === null || owner(target) !== domain) continue;
      importers.set(target, (importers.get(target) ?? new Set()).add(file));
    }
  }
  const wanted = [...importers]
    .map(([file, from]) => ({ file, count: from.size }))
    .sort((a, b) => b.count - a.count || (a.file < b.file ? -1 : 1));
  const entries = wanted.filter(({ file }) => isEntry(file)).slice(0, mostEntries);
  if (entries.length > 0 || wanted.length === 0) {
    return { entries: entries.map(toEntry), remark: null };
  }
  const most = wanted.map(({ file, count }) => `${file} (${String(count)})`);
  const files = counted(wanted.length, "file");
  return { entries: [], remark: `no public entry yet: others import ${files}: ${some(most, 3)}` };
}

function isEntry(file: string): boolean {
  return /(?:^|\/)(?:index|public|public-api|public_api|api)\.[cm]?[jt]sx?$/u.test(file);
}

function toEntry({ file, count }: { file: string; count: number }): ProposedEntry {
  return { value: literal(file), note: `imported by ${counted(count, "file")} from outside` };
}
