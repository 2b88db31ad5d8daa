import { statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { openAnswerCache, type AnswerCache } from "@domain-isolation/scanner/cache";
import type { CheckFlags } from "./arguments.js";
import type { Verdict } from "./verdict.js";
import type { ProjectPlace } from "./locate-project.js";
import type { World } from "./world.js";

/** Where tools keep what they may lose. */
const usualFolder = "node_modules/.cache/check-domain-isolation";

const ownPackage = fileURLToPath(new URL("..", import.meta.url));

/** What an earlier run has left for this one; null where nothing is kept. */
export function openCache(
  { cwd, today }: World,
  { root, config }: ProjectPlace,
  flags: CheckFlags,
): AnswerCache | null {
  const { cache, rule, types, history, baseline, updateBaseline, staged, changed } = flags;
  // What writes is done, not remembered; and git can change what it says without a file that is seen.
  if (updateBaseline || staged || changed !== undefined) return null;
  const folder = typeof cache === "string" ? resolve(cwd, cache) : (cache ?? usualIn(root));
  if (config === null || folder === false) return null;
  const map = relative(root, config).split(sep).join("/");
  const question = { map, rule: rule ?? [], types, history: history ?? false, baseline };
  return openAnswerCache({ question, circumstances: { today }, root, program: ownPackage, folder });
}

function usualIn(root: string): string | false {
  const packages = statSync(join(root, "node_modules"), { throwIfNoEntry: false });
  return packages?.isDirectory() === true && join(root, usualFolder);
}

/** The verdict of an earlier run, if everything on which it rests is as it was. */
export function knownVerdict(cache: AnswerCache): Verdict | null {
  const answer = cache.find();
  return isVerdict(answer) ? answer : null;
}

/** Nobody else writes there, and what is broken or of another version is not found. */
function isVerdict(value: unknown): value is Verdict {
  return typeof value === "object" && value !== null && "findings" in value && "files" in value;
}
