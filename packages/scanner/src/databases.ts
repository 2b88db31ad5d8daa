import {
  noDatabaseFacts,
  noMigrationFacts,
  type DatabaseFacts,
  type DeclaredFacts,
  type ProjectView,
} from "@domain-isolation/model";
import { groupSchemas, type ModuleGraph } from "@domain-isolation/module-graph";
import type { ProjectMigrations } from "@domain-isolation/schema-diff";
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
  const text = (file: string) => graph.text(file) ?? "";
  return {
    migrations: migrations.files(),
    migration: (file) => migrations.facts(file),
    databases: databaseFacts(schemaDiff, migrations, schemas, text),
  };
}

function databaseFacts(
  schemaDiff: SchemaDiff,
  migrations: ProjectMigrations,
  schemas: readonly string[],
  text: (file: string) => string,
): DatabaseFacts {
  let declared: readonly DeclaredFacts[] | null = null;
  return {
    get trees() {
      return migrations.trees();
    },
    get declared() {
      return (declared ??= groupSchemas(schemas, text).map((files) => {
        const texts = files.map((file) => ({ file, text: text(file) }));
        const { schema } = schemaDiff.declaredByPrisma(texts, { dialect: "postgresql" });
        return { files, source: "schema.prisma", schema };
      }));
    },
    differences: (here, there) => schemaDiff.differences(here, there),
  };
}
