import { createOfferings, type ResolvedImport } from "@domain-isolation/model";
import type { ModuleGraph } from "@domain-isolation/module-graph";
import { isSourceFile } from "@domain-isolation/source-facts";
import { createAskedData } from "./asked-data.js";
import { openDatabases } from "./databases.js";
import type { Project, ScanOptions } from "./project.js";
import { createTypeTier } from "./types/type-tier.js";

/** Reads every source file of a repository and resolves what it imports. */
export function scanProject(graph: ModuleGraph, options: ScanOptions): Project {
  const { map } = options;
  const isIgnored = (file: string) => map?.isIgnored(file) ?? false;
  const allFiles = graph.files();
  const files = allFiles.filter((file) => isSourceFile(file) && !isIgnored(file));
  const unresolved: ResolvedImport[] = [];
  const opaque: Project["opaque"][number][] = [];
  let factCount = 0;
  for (const [index, file] of files.entries()) {
    options.onProgress?.(index, files.length);
    const view = graph.view(file);
    factCount += view.imports.length + graph.sourceFacts(file).exports.length;
    factCount += view.opaque.length + view.unreadable.length;
    for (const fact of view.imports) if (fact.unresolved) unresolved.push(fact);
    for (const fact of view.opaque) opaque.push({ ...fact, file });
  }
  opaque.push(...graph.problems());
  const schemas = allFiles.filter((file) => file.endsWith(".prisma") && !isIgnored(file));
  const databases = openDatabases(graph, schemas, options);
  const asked = createAskedData((file) => graph.data(file));
  return {
    root: graph.root,
    allFiles,
    files,
    unresolved,
    get opaque() {
      return [...opaque, ...asked.opaque()];
    },
    get factCount() {
      return factCount + asked.count();
    },
    types: createTypeTier(graph, options.types ?? "auto", options.witness),
    view: (file) => graph.view(file),
    origins: (file) => graph.origins(file),
    bindings: (fact) => graph.bindings(fact),
    exportedAs: (publicFile, file, name) => graph.exportedAs(publicFile, file, name),
    schemas,
    data: (file) => asked.data(file),
    ...databases,
    migrations: databases.migrations.filter((file) => !isSourceFile(file) && !isIgnored(file)),
    offering: map ? createOfferings(map, () => files, graph) : () => null,
    text: (file) => graph.text(file) ?? "",
  };
}
