import type { MigrationTreeFacts } from "@domain-isolation/map-proposal";
import type { Dialect } from "@domain-isolation/model";
import type { ModuleGraph } from "@domain-isolation/module-graph";
import type * as SchemaDiffModule from "@domain-isolation/schema-diff";

/** Loaded by whoever needs it: that costs a fifth of a second. */
export type SchemaDiff = Pick<typeof SchemaDiffModule, "readTree">;

/** Folders in which tools keep migrations, and the files that they can be. */
const folderName =
  /^(?:migrations?|db-migrations|versions|drizzle|changelog|migrate|alterations)$/iu;
const migrationFile = /\.(?:sql|[cm]?[jt]s|py|xml|ya?ml)$/u;

/** The migrations that lie in a repository, as their tools read them. */
export function findMigrations(
  graph: ModuleGraph,
  schemaDiff: SchemaDiff,
): readonly MigrationTreeFacts[] {
  return [...migrationFolders(graph.files())].flatMap(([folder, files]) => {
    const text = (file: string) => graph.text(file);
    const dialect = dialectOf(folder, text);
    const tree = schemaDiff.readTree({ folder, files, text, dialect, code: graph.code });
    if (tree.migrations.length === 0) return [];
    const tables = new Set<string>();
    for (const change of tree.migrations.flatMap(({ up }) => up)) {
      if (change.kind === "create table") tables.add(change.name.name);
      if (change.kind === "drop table") tables.delete(change.name.name);
    }
    return [{ folder, format: tree.format, files, tables: [...tables].sort() }];
  });
}

/** The outermost folders of such a name, with all that is below. */
function migrationFolders(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const names = file.split("/");
    const end = names.findIndex((name, index) => index < names.length - 1 && folderName.test(name));
    if (end < 0 || !migrationFile.test(file)) continue;
    const folder = names.slice(0, end + (hasOwnFolder(names, end) ? 2 : 1)).join("/");
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return folders;
}

/** `migrations/users/0001.sql` is a tree of its own; `migrations/0001_init/migration.sql` is none. */
function hasOwnFolder(names: readonly string[], folder: number): boolean {
  const below = names[folder + 1] ?? "";
  return names.length > folder + 2 && !/^(?:\d|V\d|__|versions$|meta$|deploy$)/u.test(below);
}

/** Prisma writes it down beside its migrations; elsewhere PostgreSQL is the likeliest. */
function dialectOf(folder: string, text: (file: string) => string | null): Dialect {
  const lock = text(`${folder}/migration_lock.toml`) ?? "";
  const [, provider = ""] = /provider\s*=\s*"(\w+)"/u.exec(lock) ?? [];
  if (provider === "mysql" || provider === "sqlite") return provider;
  return "postgresql";
}
