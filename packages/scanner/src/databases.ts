import type { DatabaseFacts } from "@domain-isolation/model";
import { differences, type ProjectMigrations } from "@domain-isolation/schema-diff";

/** What is known of the databases; nothing is read before a rule asks. */
export function createDatabases(migrations: ProjectMigrations): DatabaseFacts {
  return {
    get trees() {
      return migrations.trees();
    },
    declared: [],
    differences,
  };
}
