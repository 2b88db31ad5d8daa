import type { Changes } from "@domain-isolation/module-graph/looks";
import type { CheckFlags } from "../arguments.js";
import { CannotRun } from "../exit.js";
import { openGit, type Git } from "../git/git.js";

/** What is checked, and what it is compared with: each as it differs from the work tree. */
export interface Change {
  readonly before: Changes;
  readonly after: Changes;
  /** The files that the change adds, alters or removes. */
  readonly touched: ReadonlySet<string>;
}

/**
 * The change that `--staged` or `--changed` asks about; null without these.
 *
 * @throws {CannotRun} where git can't tell.
 */
export function readChange(
  root: string,
  { staged, changed, updateBaseline }: CheckFlags,
): Change | null {
  if (staged && changed !== undefined) {
    throw new CannotRun("--staged and --changed ask about different things; give one of them");
  }
  if (!staged && changed === undefined) return null;
  if (updateBaseline) {
    throw new CannotRun("--update-baseline is about the whole repository, not about a change");
  }
  const git = openGit(root);
  return staged ? stagedChange(git) : changeSince(git, baseOf(git, changed));
}

function baseOf(git: Git, changed: string | true | undefined): string {
  return git.mergeBase(typeof changed === "string" ? changed : git.defaultBase());
}

/** What the next commit would change, whatever else lies in the work tree. */
function stagedChange(git: Git): Change {
  const untracked = git.untracked();
  const unstaged = [...git.changedSinceIndex(), ...untracked];
  const head = git.head();
  const different = [...new Set([...git.changedSince(head, "work tree"), ...unstaged])];
  return {
    before: git.contents(head, different),
    after: git.contents("", unstaged),
    touched: new Set(git.changedSince(head, "index")),
  };
}

/** What the work tree has, committed or not, that the base has not. */
function changeSince(git: Git, base: string): Change {
  const different = [...new Set([...git.changedSince(base, "work tree"), ...git.untracked()])];
  return {
    before: git.contents(base, different),
    after: new Map(),
    touched: new Set(different),
  };
}
