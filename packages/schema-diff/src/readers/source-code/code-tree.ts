import type { Analysis, DataModule } from "@domain-isolation/source-facts";
import type { Migration, MigrationTree, TreeProblem } from "../../trees/tree.js";
import type { TreeInput } from "../reader.js";
import { createCodeAnalysis } from "./create-code-analysis.js";
import { directionsOf, type Directions } from "./migration-functions.js";
import { createRun, type FunctionValue, type Receiver, type Surroundings } from "./run.js";

/** What is particular to a tool whose migrations are modules. */
export interface CodeFormat {
  readonly format: string;
  /** The files that are migrations, in the order in which the tool runs them. */
  readonly order: (files: readonly string[]) => readonly string[];
  /** What `up` and `down` are given, and what else the names in them mean. */
  readonly given: () => readonly (Receiver | null)[];
  readonly self: Surroundings["self"];
  readonly other: Surroundings["other"];
  /** The migrations of a module, where it isn't one that exports `up`. */
  readonly migrationsIn?: (module: DataModule, analysis: Analysis) => readonly NamedDirections[];
  /** The order of the migrations where the names of the files don't tell it. */
  readonly compare?: (a: Migration, b: Migration) => number;
}

export interface NamedDirections extends Directions {
  readonly id: string;
}

/** Reads the migrations of a folder, each executed in thought. */
export function readCodeTree(tool: CodeFormat, input: TreeInput): MigrationTree {
  const { dialect, code } = input;
  const problems: TreeProblem[] = [];
  const analysis = code && createCodeAnalysis(code);
  const files = tool.order(input.files);
  const found = files.flatMap((file) => {
    const module = analysis?.module(file);
    if (!analysis || !module) {
      problems.push(unreadable(file));
      return [];
    }
    return migrationsOf(module, tool, { analysis, dialect, self: tool.self, other: tool.other });
  });
  const migrations = tool.compare ? [...found].sort(tool.compare) : found;
  const last = migrations.at(-1);
  return {
    format: tool.format,
    dialect,
    migrations,
    heads: last ? [last.id] : [],
    problems: [...problems, ...duplicates(migrations)],
  };
}

function migrationsOf(
  module: DataModule,
  tool: CodeFormat,
  around: Surroundings,
): readonly Migration[] {
  const named = tool.migrationsIn?.(module, around.analysis) ?? whole(module, around.analysis);
  return named.map(({ id, up, down }) => ({
    id,
    file: module.file,
    after: null,
    up: changesOf(up, tool, around),
    down: down && changesOf(down, tool, around),
  }));
}

function whole(module: DataModule, analysis: Analysis): readonly NamedDirections[] {
  const directions = directionsOf(module, analysis);
  return directions ? [{ id: idOf(module.file), ...directions }] : [];
}

/** The name of a file, without its ending. */
export function idOf(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/(?:\.d)?\.[cm]?[jt]sx?$/u, "");
}

function changesOf(fn: FunctionValue, tool: CodeFormat, around: Surroundings) {
  return createRun(around).run(fn, tool.given());
}

function unreadable(file: string): TreeProblem {
  return {
    kind: "unreadable file",
    at: { file, span: { start: 0, end: 0 } },
    message: `The migration ${file} can't be parsed, so nothing in it is known: repair its syntax.`,
  };
}

function duplicates(migrations: readonly Migration[]): readonly TreeProblem[] {
  const seen = new Map<string, string>();
  return migrations.flatMap(({ id, file }): TreeProblem[] => {
    const other = seen.get(id);
    seen.set(id, file);
    if (other === undefined) return [];
    const message = `Two migrations are called ${id}: this one and that of ${other}; rename the one that has not run yet.`;
    return [{ kind: "duplicate version", at: { file, span: { start: 0, end: 0 } }, message }];
  });
}
