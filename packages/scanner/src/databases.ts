import {
  noDatabaseFacts,
  noMigrationFacts,
  type DatabaseFacts,
  type DeclaredFacts,
  type ProjectView,
} from "@domain-isolation/model";
import { groupSchemas, type ModuleGraph } from "@domain-isolation/module-graph";
import type { MigrationHost, ProjectMigrations } from "@domain-isolation/schema-diff";
import type { ScanOptions, SchemaDiff } from "./project.js";

type Databases = Pick<ProjectView, "migrations" | "migration" | "databases">;

/** What is known of migrations and databases; nothing is read before a rule asks. */
export function openDatabases(
  graph: ModuleGraph,
  schemas: readonly string[],
  { map, schemaDiff }: ScanOptions,
): Databases {
  if (!map || !schemaDiff) {
    return { migrations: [], migration: () => noMigrationFacts, databases: noDatabaseFacts };
  }
  const migrations = schemaDiff.openMigrations(map, graph);
  const own = new Set(migrations.files());
  return {
    migrations: [...own],
    migration: (file) => migrations.facts(file),
    databases: databaseFacts(schemaDiff, migrations, schemas, {
      files: () => graph.files().filter((file) => !map.isIgnored(file) && !own.has(file)),
      text: (file) => graph.text(file),
      code: graph.code,
    }),
  };
}

function databaseFacts(
  schemaDiff: SchemaDiff,
  migrations: ProjectMigrations,
  schemas: readonly string[],
  host: MigrationHost,
): DatabaseFacts {
  let declared: readonly DeclaredFacts[] | null = null;
  return {
    get trees() {
      return migrations.trees();
    },
    get declared() {
      return (declared ??= [
        ...declaredByPrisma(schemaDiff, schemas, (file) => host.text(file) ?? ""),
        ...schemaDiff.declaredInCode(host, [
          ...new Set(migrations.trees().map(({ dialect }) => dialect)),
        ]),
      ]);
    },
    differences: (here, there, how) => schemaDiff.differences(here, there, how),
  };
}

function declaredByPrisma(
  { declaredByPrisma: read, factsOf }: SchemaDiff,
  schemas: readonly string[],
  text: (file: string) => string,
): readonly DeclaredFacts[] {
  return groupSchemas(schemas, text).map((files) => {
    const texts = files.map((file) => ({ file, text: text(file) }));
    return { ...factsOf(read(texts, { dialect: "postgresql" }), "schema.prisma"), files };
  });
}
