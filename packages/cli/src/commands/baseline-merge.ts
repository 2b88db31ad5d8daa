import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { baselineName, readBaseline, writeBaseline } from "@domain-isolation/config";
import { mergeBaselines, type Baseline } from "@domain-isolation/model";
import type { Invocation } from "../arguments.js";
import { CannotRun, exitCodes, type ExitCode } from "../exit.js";
import { openGit } from "../git/git.js";
import { orInvalidConfig } from "../invalid-config.js";
import { locateProject } from "../locate-project.js";
import type { World } from "../world.js";

type MergeInvocation = Extract<Invocation, { command: "baseline merge" }>;

/** A side with what to call it when it can't be read. */
interface Side {
  readonly text: string;
  readonly path: string;
}

const empty: Baseline = { entries: [], sketches: new Map() };

/**
 * Merges the baselines of two branches. With three files it is what git asks of a merge driver
 * (https://git-scm.com/docs/gitattributes#_defining_a_custom_merge_driver): the result goes to the
 * second. Without, it resolves the conflict at hand.
 */
export async function baselineMerge(
  world: World,
  { files, flags }: MergeInvocation,
): Promise<ExitCode> {
  const { sides, target } =
    files.length === 0 ? conflictAt(locateProject(world.cwd, flags).root) : given(world, files);
  const [base, ours, theirs] = sides.map(({ text, path }) =>
    text.trim() === "" ? empty : orInvalidConfig(world.cwd, () => readBaseline(text, path)),
  );
  const merged = mergeBaselines(base ?? empty, ours ?? empty, theirs ?? empty);
  writeFileSync(target, writeBaseline(merged));
  await world.stderr.write(
    `${baselineName}: ${String(merged.entries.length)} entries after the merge; --update-baseline takes out what is gone\n`,
  );
  return exitCodes.clean;
}

function given({ cwd }: World, files: readonly string[]) {
  const [, ours] = files;
  if (files.length !== 3 || ours === undefined) {
    throw new CannotRun("baseline merge takes three files, BASE OURS THEIRS, or none");
  }
  const sides = files.map((file): Side => {
    const path = resolve(cwd, file);
    return { text: readSide(path, file), path };
  });
  return { sides, target: resolve(cwd, ours) };
}

function readSide(path: string, written: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new CannotRun(`the file \`${written}\` can't be read`);
  }
}

function conflictAt(root: string) {
  const { base, ours, theirs } = openGit(root).sides(baselineName);
  if (ours === "" && theirs === "") {
    throw new CannotRun(`git knows of no conflict in \`${baselineName}\``);
  }
  const target = join(root, baselineName);
  return { sides: [base, ours, theirs].map((text) => ({ text, path: target })), target };
}
