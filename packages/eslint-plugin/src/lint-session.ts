import type { RuleRegistry } from "@domain-isolation/model";
import type { Rule } from "eslint";
import {
  examineFile,
  type Examination,
  type ReadyFile,
  type UncheckedFile,
} from "./examine-file.js";
import { createLookPace, neverAgain } from "./look-pace.js";
import type { BrokenProject } from "./projects.js";
import { createWorkspace } from "./workspace.js";

/** What the rules of this plugin share in one process. */
export interface LintSession {
  readonly rules: RuleRegistry;
  /** What is known of a file that can be judged. Worked out by the first rule that asks. */
  ready(context: Rule.RuleContext): ReadyFile | null;
  /** The file at hand if it can't be checked, for the one rule that is to say so. */
  unchecked(context: Rule.RuleContext): UncheckedFile | null;
}

/**
 * A broken map is told in every file where files are looked at one by one, as in an editor, and
 * only in the first where a run goes through all of them and ends.
 */
export function createLintSession(rules: RuleRegistry, runsOnce: boolean): LintSession {
  const workspace = createWorkspace(rules, runsOnce ? neverAgain : createLookPace());
  const firstFiles = new Map<BrokenProject | null, string>();
  let last: Examined | null = null;

  const examine = (context: Rule.RuleContext) => {
    // oxlint has one SourceCode object for all files, but each has a tree of its own.
    const { ast } = context.sourceCode;
    if (last?.tree.deref() === ast) return last;
    last = { tree: new WeakRef(ast), result: examineFile(workspace, context), told: false };
    return last;
  };
  // The same file comes again when ESLint fixes it.
  const isFirst = ({ broken, path }: UncheckedFile) => {
    if (!firstFiles.has(broken)) firstFiles.set(broken, path);
    return firstFiles.get(broken) === path;
  };

  return {
    rules,
    ready: (context) => {
      const { result } = examine(context);
      return result && "view" in result ? result : null;
    },
    unchecked: (context) => {
      const examination = examine(context);
      const { result, told } = examination;
      if (told || !result || "view" in result) return null;
      examination.told = true;
      return !runsOnce || isFirst(result) ? result : null;
    },
  };
}

/** The rules are asked about one file after the other: the last one is all that is remembered. */
interface Examined {
  readonly tree: WeakRef<object>;
  readonly result: Examination;
  told: boolean;
}
