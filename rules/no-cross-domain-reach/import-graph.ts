import type { ProjectView } from "@domain-isolation/model";
import { runTimeImports, type LandedImport } from "../run-time-imports.js";

/** Who imports whom at run time. */
export interface ImportGraph {
  importsOf(file: string): readonly LandedImport[];
  importersOf(file: string): readonly string[];
  /** Every file that is imported. */
  readonly targets: readonly string[];
}

export function createImportGraph(project: ProjectView): ImportGraph {
  const imports = new Map(project.files.map((file) => [file, runTimeImports(project.view(file))]));
  const importers = new Map<string, string[]>();
  for (const fact of [...imports.values()].flat()) {
    const known = importers.get(fact.target);
    if (known) known.push(fact.file);
    else importers.set(fact.target, [fact.file]);
  }
  return {
    importsOf: (file) => imports.get(file) ?? [],
    importersOf: (file) => importers.get(file) ?? [],
    targets: [...importers.keys()],
  };
}
