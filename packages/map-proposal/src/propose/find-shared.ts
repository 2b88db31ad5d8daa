import type { ProposedEntry } from "../map-proposal.js";
import type { RepositoryFacts } from "../repository-facts.js";
import { literal } from "./file-patterns.js";
import { isProductCode } from "./is-product-code.js";
import { counted } from "./in-words.js";
import { touchesData } from "./touches-data.js";

export interface SharedQuestion {
  readonly facts: RepositoryFacts;
  readonly owner: (file: string) => string | null;
}

/** What is known of a file that no domain has. */
interface Neutral {
  readonly file: string;
  /** It leads to a domain, be it through others, or talks to a database. */
  readonly isBound: boolean;
  readonly users: ReadonlySet<string>;
}

/** Single files that may be named one by one; beyond that a folder should be made of them. */
const mostFiles = 20;

/**
 * The largest folders of which everything that no domain has is used by several domains, leads to none
 * and talks to no database: what may be shared without being a way around the boundary.
 */
export function findShared(question: SharedQuestion): readonly ProposedEntry[] {
  const neutral = neutralFiles(question);
  const all = neutral.map(({ file }) => file);
  const entries: ProposedEntry[] = [];
  const singles: ProposedEntry[] = [];
  const visit = (folder: string, inside: readonly Neutral[]): void => {
    const users = new Set(inside.flatMap((each) => [...each.users]));
    if (users.size < 2) return;
    if (folder !== "" && inside.every(({ isBound }) => !isBound)) {
      entries.push(entry(`${literal(commonFolder(inside))}/**`, inside.length, users));
      return;
    }
    for (const [child, files] of childrenOf(folder, inside)) visit(child, files);
    for (const each of inside) {
      const isDirect = !each.file.slice(folder === "" ? 0 : folder.length + 1).includes("/");
      if (isDirect && !each.isBound && each.users.size >= 2) {
        singles.push(entry(literal(each.file), 1, each.users));
      }
    }
  };
  if (all.length > 0) visit("", neutral);
  return [...entries, ...singles.slice(0, mostFiles)].sort((a, b) => (a.value < b.value ? -1 : 1));
}

function entry(value: string, files: number, users: ReadonlySet<string>): ProposedEntry {
  return { value, note: `${counted(files, "file")}, used by ${counted(users.size, "domain")}` };
}

/** The deepest folder that holds all of them: what lies beside them may be a domain's. */
function commonFolder(files: readonly Neutral[]): string {
  const folders = files.map(({ file }) => file.split("/").slice(0, -1));
  const [first = []] = folders;
  const end = first.findIndex((name, index) => folders.some((other) => other[index] !== name));
  return first.slice(0, end < 0 ? first.length : end).join("/");
}

function childrenOf(
  folder: string,
  files: readonly Neutral[],
): ReadonlyMap<string, readonly Neutral[]> {
  const start = folder === "" ? 0 : folder.length + 1;
  const children = new Map<string, Neutral[]>();
  for (const each of files) {
    const end = each.file.indexOf("/", start);
    if (end < 0) continue;
    const child = each.file.slice(0, end);
    children.set(child, [...(children.get(child) ?? []), each]);
  }
  return children;
}

function neutralFiles({ facts, owner }: SharedQuestion): readonly Neutral[] {
  const files = facts.files.filter((file) => isProductCode(file) && owner(file) === null);
  const bound = boundFiles(files, facts, owner);
  const users = usersOf(facts, owner);
  return files.map((file) => ({
    file,
    isBound: bound.has(file),
    users: users.get(file) ?? new Set<string>(),
  }));
}

/** Who uses a file, be it through other files that no domain has. */
function usersOf(
  facts: RepositoryFacts,
  owner: (file: string) => string | null,
): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  const spread = (file: string, domain: string) => {
    for (const { target } of facts.imports(file)) {
      if (target === null || owner(target) !== null) continue;
      const known = users.get(target) ?? new Set<string>();
      users.set(target, known);
      if (known.has(domain)) continue;
      known.add(domain);
      spread(target, domain);
    }
  };
  for (const file of facts.files) {
    const domain = owner(file);
    if (domain !== null && isProductCode(file)) spread(file, domain);
  }
  return users;
}

/** Files that talk to a database, and those that lead to a domain, be it through others. */
function boundFiles(
  files: readonly string[],
  facts: RepositoryFacts,
  owner: (file: string) => string | null,
): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  const leading = new Set<string>();
  for (const file of files) {
    for (const { target } of facts.imports(file)) {
      if (target === null) continue;
      if (owner(target) !== null) leading.add(file);
      else importers.set(target, [...(importers.get(target) ?? []), file]);
    }
  }
  // A set is walked over what is added on the way, too.
  for (const file of leading)
    for (const importer of importers.get(file) ?? []) leading.add(importer);
  return new Set([...leading, ...files.filter((file) => touchesData(facts, file))]);
}
