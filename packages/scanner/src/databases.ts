import type { DatabaseFacts, DeclaredFacts } from "@domain-isolation/model";
import { groupSchemas } from "@domain-isolation/module-graph";
import {
  declaredByPrisma,
  differences,
  type ProjectMigrations,
} from "@domain-isolation/schema-diff";

/** What is known of the databases; nothing is read before a rule asks. */
export function createDatabases(
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
      return (declared ??= groupSchemas(schemas, text).map((files) => declaredIn(files, text)));
    },
    differences,
  };
}

function declaredIn(files: readonly string[], text: (file: string) => string): DeclaredFacts {
  const texts = files.map((file) => ({ file, text: text(file) }));
  const { schema } = declaredByPrisma(texts, { dialect: "postgresql" });
  return { files, source: "schema.prisma", schema };
}
