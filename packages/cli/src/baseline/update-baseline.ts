import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { baselineName, readBaseline, writeBaseline } from "@domain-isolation/config";
import {
  shrunkBaseline,
  wholeBaseline,
  type Baseline,
  type Books,
  type Settled,
} from "@domain-isolation/model";
import { CannotRun } from "../exit.js";
import { plural } from "../pretty/plural.js";

/** What `--update-baseline` came to. */
export interface Update {
  /** As it is now. */
  readonly baseline: Baseline;
  /** One sentence for a person. */
  readonly said: string;
}

/**
 * Writes the baseline without what is gone. What is new comes to it only by `allowGrowth`, or where
 * there was none.
 *
 * @throws {CannotRun} where it can't be written.
 */
export function updateBaseline(
  root: string,
  before: Baseline | null,
  { open, baseline: match }: Settled,
  { files }: Books,
  allowGrowth: boolean,
): Update {
  const next =
    match && !allowGrowth
      ? shrunkBaseline(match, files)
      : wholeBaseline(open, match?.asleep ?? [], files);
  const text = writeBaseline(next);
  const path = join(root, baselineName);
  try {
    writeFileSync(path, text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new CannotRun(`\`${baselineName}\` could not be written: ${said}`);
  }
  return { baseline: readBaseline(text, path), said: changeInWords(before, next) };
}

function changeInWords(before: Baseline | null, now: Baseline): string {
  const [had, has] = [count(before), count(now)];
  const all = `it knows ${plural(has, "finding")}`;
  if (before === null) return `${baselineName} written: ${all}`;
  if (had === has) return `${baselineName}: ${all}, as before`;
  const way = has < had ? `${String(had - has)} fewer` : `${String(has - had)} more`;
  return `${baselineName}: ${all}, ${way} than before`;
}

function count(baseline: Baseline | null): number {
  return (baseline?.entries ?? []).reduce((sum, entry) => sum + entry.count, 0);
}
