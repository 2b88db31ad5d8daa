import type { Witness } from "@domain-isolation/module-graph/looks";
import type { CompilerProgram } from "@domain-isolation/source-facts";
import { openTypeProject, type TypeProject } from "./type-project.js";
import type { TypesAtHand } from "./types-at-hand.js";

/** Why there is no program for a file: a clause. */
export interface NoProgram {
  readonly reason: string;
}

/** The programs that know the types of files, one for each tsconfig. */
export interface TypePrograms {
  of(file: string): CompilerProgram | NoProgram;
  /** Lets go of what takes memory. */
  close(): void;
}

export interface TypeSurroundings {
  /** Absolute, real. */
  readonly root: string;
  readonly tsconfig: (file: string) => string | null;
  readonly atHand: TypesAtHand;
  /** Told of every file and folder that a program looks at. */
  readonly witness: Witness | null;
}

/** A program of a large application takes a gigabyte. */
const mostOpen = 2;

/**
 * `expected` are the files that will be asked about, as far as is known: a program that is made for
 * all of them at once costs less than one that grows. Others are added when they are asked about.
 */
export function createTypePrograms(
  { root, tsconfig, atHand, witness }: TypeSurroundings,
  expected: readonly string[],
): TypePrograms {
  const latest = new Map<string, TypeProject | NoProgram>();
  const pathOf = (file: string) => `${root}/${file}`;
  const make = (config: string): TypeProject | NoProgram => {
    const project = tryToOpen(config, witness);
    if ("reason" in project) return project;
    project.with(expected.filter((file) => tsconfig(file) === config).map(pathOf));
    return project;
  };
  const open = (config: string): TypeProject | NoProgram => {
    const project = latest.get(config) ?? make(config);
    // What was asked last goes last.
    latest.delete(config);
    latest.set(config, project);
    const [oldest] = latest.keys();
    if (latest.size > mostOpen && oldest !== undefined) latest.delete(oldest);
    return project;
  };
  return {
    of: (file) => {
      const reason = atHand(file);
      const config = tsconfig(file);
      if (reason !== null || config === null)
        return { reason: reason ?? "it has no tsconfig.json" };
      const project = open(config);
      return "reason" in project ? project : project.with([pathOf(file)]);
    },
    close: () => {
      latest.clear();
    },
  };
}

function tryToOpen(config: string, witness: Witness | null): TypeProject | NoProgram {
  try {
    return openTypeProject(config, witness);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { reason: `its tsconfig.json can't be read (${said.split("\n")[0] ?? ""})` };
  }
}
