import {
  compileTree,
  noMigrationFacts,
  type Dialect,
  type DomainMap,
  type MapPath,
  type MigrationFacts,
  type MigrationSource,
  type TreeFacts,
} from "@domain-isolation/model";
import { migrationFacts } from "../facts/touches.js";
import { treeFacts } from "../facts/tree-facts.js";
import type { CodeFiles } from "../readers/reader.js";
import { readTree } from "./read-tree.js";
import type { MigrationTree } from "./tree.js";

/** The repository around the migrations, handed over by whoever can read a disk. */
export interface MigrationHost {
  /** Every file that git doesn't ignore, relative to the root, sorted. */
  files(): readonly string[];
  /** The text of a file, without a byte order mark; null where it can't be read. */
  text(file: string): string | null;
  readonly code: CodeFiles;
}

/** The migrations that a domain map names; read when they are asked for, and remembered. */
export interface ProjectMigrations {
  /** The files of all trees, sorted; what lies beside migrations too. */
  files(): readonly string[];
  /** What each tree comes to, in the order of the map. */
  trees(): readonly TreeFacts[];
  /** What one file does as a migration; nothing where it is none. */
  facts(file: string): MigrationFacts;
}

/** Those of a project without a map. */
export const noMigrations: ProjectMigrations = {
  files: () => [],
  trees: () => [],
  facts: () => noMigrationFacts,
};

interface Entry {
  readonly domain: string;
  readonly path: MapPath;
  readonly source: MigrationSource;
  readonly dialect: Dialect;
}

/**
 * Opens the migrations of a project. For an editor, `only` limits the reading to one file and what it
 * imports.
 */
export function openMigrations(
  map: DomainMap,
  host: MigrationHost,
  only: string | null = null,
): ProjectMigrations {
  const entries = entriesOf(map);
  const known = new Map<Entry, MigrationTree>();
  const filesOf = remembered((entry: Entry) =>
    (only === null ? host.files() : [only]).filter(compileTree(entry.source.path).matches),
  );
  const treeOf = (entry: Entry): MigrationTree => {
    const tree = known.get(entry) ?? read(entry, filesOf(entry), host);
    known.set(entry, tree);
    return tree;
  };
  let trees: readonly TreeFacts[] | null = null;
  return {
    files: () => [...new Set(entries.flatMap(filesOf))].sort(),
    trees: () =>
      (trees ??= entries.map((entry) =>
        treeFacts(treeOf(entry), { ...entry, folder: entry.source.path }),
      )),
    facts(file) {
      const changes = entries
        .filter((entry) => filesOf(entry).includes(file))
        .flatMap((entry) => treeOf(entry).migrations)
        .filter((migration) => migration.file === file)
        .flatMap(({ up }) => up);
      return changes.length === 0 ? noMigrationFacts : migrationFacts(changes);
    },
  };
}

function entriesOf({ source: { domains } }: DomainMap): readonly Entry[] {
  return Object.entries(domains).flatMap(([domain, { migrations = [], database }]) =>
    migrations.map((source, index) => ({
      domain,
      source,
      path: ["domains", domain, "migrations", index],
      dialect: database?.dialect ?? "postgresql",
    })),
  );
}

function read(
  { source, dialect }: Entry,
  files: readonly string[],
  host: MigrationHost,
): MigrationTree {
  const { code } = host;
  const text = (file: string) => host.text(file);
  return readTree({ folder: folderOf(source.path), files, text, dialect, code }, source.format);
}

/** The part of a pattern before its first wildcard, by whole names. */
function folderOf(pattern: string): string {
  const names = pattern.replace(/^\.\//u, "").replace(/\/+$/u, "").split("/");
  const end = names.findIndex((name) => /[*?{[!]/u.test(name));
  const folder = names.slice(0, end < 0 ? names.length : end);
  const isFile = end < 0 && /\.(?:sql|ts|js|py|cjs|mjs)$/u.test(folder.at(-1) ?? "");
  return (isFile ? folder.slice(0, -1) : folder).join("/");
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}
