import { createRequire } from "node:module";
import type { CompilerProgram } from "@domain-isolation/source-facts";
import type * as TsMorph from "ts-morph";
import type { Witness } from "@domain-isolation/module-graph/looks";
import { watchFiles } from "./watch-files.js";

// It brings a whole TypeScript: loaded with the first question.
const load: (id: "ts-morph") => typeof TsMorph = createRequire(import.meta.url);

/** The files of one tsconfig, and what they need, as a TypeScript program. */
export interface TypeProject {
  /** A program that knows these files; a new one where it did not know them all. */
  with(paths: readonly string[]): CompilerProgram;
}

/**
 * Opens the project of a tsconfig without any of its files: those that are asked about are added.
 *
 * @param witness told of every file and folder that is looked at
 * @throws {Error} where the tsconfig can't be read.
 */
export function openTypeProject(tsconfig: string, witness: Witness | null): TypeProject {
  const { Project } = load("ts-morph");
  const fileSystem = witness && watchFiles(new Project().getFileSystem(), witness);
  const project = new Project({
    ...(fileSystem ? { fileSystem } : {}),
    tsConfigFilePath: tsconfig,
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    compilerOptions: { allowJs: true, noEmit: true, skipLibCheck: true },
  });
  // As before TypeScript 6: where none are named, all packages of types are there.
  if (!project.compilerOptions.get().types) project.compilerOptions.set({ types: ["*"] });
  const added = new Set<string>();
  return {
    with: (paths) => {
      const missing = paths.filter((path) => !added.has(path));
      for (const path of missing) {
        added.add(path);
        project.addSourceFileAtPathIfExists(path);
      }
      return project.getProgram().compilerObject;
    },
  };
}
