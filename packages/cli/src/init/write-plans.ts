import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { World } from "../world.js";
import { answered } from "./edit-candidates.js";
import type { PlannedFile } from "./planned-file.js";

/**
 * Writes what is planned, but for the files that a person doesn't want.
 *
 * @returns the plans that hold.
 */
export async function writePlans(
  root: string,
  plans: readonly PlannedFile[],
  openDialogue: World["openDialogue"] | null,
): Promise<readonly PlannedFile[]> {
  const chosen = openDialogue ? await confirmed(plans, openDialogue) : plans;
  for (const { path, text } of chosen) {
    if (text === null) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return chosen;
}

async function confirmed(
  plans: readonly PlannedFile[],
  openDialogue: NonNullable<World["openDialogue"]>,
): Promise<readonly PlannedFile[]> {
  const writing = plans.filter(({ text }) => text !== null);
  if (writing.length === 0) return plans;
  const dialogue = await openDialogue();
  const options = writing.map(({ path, note }) => ({ value: path, label: path, hint: note }));
  const wanted = answered(await dialogue.choose("Which files may be written?", options));
  return plans.filter(({ path, text }) => text === null || wanted.includes(path));
}
