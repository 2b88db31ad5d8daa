import { realpathSync } from "node:fs";
import { digest, listFiles, type Witness } from "@domain-isolation/module-graph/looks";
import { openCacheFile, openCacheFolder } from "./cache-file.js";
import { evidenceOf, isEvidence, renewed, type Evidence } from "./evidence.js";
import { programVersion } from "./program-version.js";
import { createRecorder } from "./sightings.js";

/** What decides on an answer, beside what is on the disk. */
export interface Asked {
  /** What is asked, as JSON. To each question one answer is kept. */
  readonly question: unknown;
  /** What else decides on the answer, as JSON. */
  readonly circumstances: unknown;
  /** Where the project lies. */
  readonly root: string;
  /** The folder of the package of the program that answers. */
  readonly program: string;
  /** Where answers are kept. */
  readonly folder: string;
}

/** The answer of the last run, as long as everything that the run has seen is as it was. */
export interface AnswerCache {
  /** As JSON; undefined where there is none that holds. */
  find(): unknown;
  /** Must be told of every look at the disk on which an answer rests. */
  readonly witness: Witness;
  /** @param files all that were listed below the root */
  keep(files: readonly string[], answer: unknown): void;
}

/** Before the answer itself. */
interface Head {
  readonly key: string;
  readonly files: string;
  readonly evidence: Evidence;
}

/** Null where nothing can be kept. Never throws: what can't be had of a cache is worked out. */
export function openAnswerCache(asked: Asked): AnswerCache | null {
  return attempt(() => openIn(asked)) ?? null;
}

function openIn(asked: Asked): AnswerCache | null {
  const { folder } = asked;
  // First of all: a folder that comes into being meanwhile would be seen by the run.
  const since = openCacheFolder(folder);
  if (since === null) return null;
  const root = realpathSync(asked.root).replaceAll("\\", "/");
  const question = digest(JSON.stringify(asked.question));
  const key = [question, programVersion(asked.program), JSON.stringify(asked.circumstances)].join(
    " ",
  );
  const file = openCacheFile(folder, `${question.replaceAll(/\W/gu, "")}.answer`);
  const recorder = createRecorder(root);
  const find = () => {
    const [first, answer] = file.read() ?? [];
    const head: unknown = first === undefined ? null : JSON.parse(first);
    if (answer === undefined || !isHead(head) || head.key !== key) return undefined;
    if (head.files !== digestOf(listFiles(root))) return undefined;
    const evidence = renewed(head.evidence, root, since);
    if (!evidence) return undefined;
    if (evidence !== head.evidence) file.write([JSON.stringify({ ...head, evidence }), answer]);
    const found: unknown = JSON.parse(answer);
    return found;
  };
  const keep = (files: readonly string[], answer: unknown) => {
    const sightings = recorder.sightings();
    if (!sightings) return;
    const evidence = evidenceOf(sightings, root, since);
    const head: Head = { key, files: digestOf(files), evidence };
    file.write([JSON.stringify(head), JSON.stringify(answer)]);
  };
  return {
    witness: recorder.witness,
    find: () => attempt(find),
    keep: (files, answer) => {
      attempt(() => {
        keep(files, answer);
      });
    },
  };
}

function attempt<Result>(make: () => Result): Result | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function digestOf(files: readonly string[]): string {
  return digest(files.join("\0"));
}

function isHead(value: unknown): value is Head {
  return (
    typeof value === "object" &&
    value !== null &&
    "key" in value &&
    "files" in value &&
    "evidence" in value &&
    isEvidence(value.evidence)
  );
}
