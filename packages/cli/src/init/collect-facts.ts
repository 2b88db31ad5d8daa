import type {
  MigrationTreeFacts,
  PackageFacts,
  RepositoryFacts,
} from "@domain-isolation/map-proposal";
import type { ModuleGraph } from "@domain-isolation/module-graph";
import type { Project } from "@domain-isolation/scanner";
import { findMigrations, type SchemaDiff } from "./find-migrations.js";
import { readPackages } from "./read-packages.js";

/** What of a scanned repository a proposal is made of. */
export function collectFacts(
  { graph, project }: { readonly graph: ModuleGraph; readonly project: Project },
  schemaDiff: SchemaDiff,
): RepositoryFacts {
  const sources = new Set(project.files);
  const packages: readonly PackageFacts[] = readPackages(project.allFiles, sources, (file) =>
    graph.text(file),
  );
  const trees: readonly MigrationTreeFacts[] = findMigrations(graph, schemaDiff);
  return {
    files: project.files,
    schemas: project.schemas,
    packages,
    trees,
    imports: (file) => project.view(file).imports,
    data: (file) => project.data(file),
  };
}
