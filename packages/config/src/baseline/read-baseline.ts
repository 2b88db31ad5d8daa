import type { Baseline } from "@domain-isolation/model";
import * as v from "valibot";
import { createPlaces } from "../config-places.js";
import { ConfigError } from "../config-error.js";
import { readJson } from "../read/read-json.js";
import { baselineSchema } from "./baseline-schema.js";

/** The baseline lies in the root, beside the configuration. */
export const baselineName = "domain-isolation-baseline.json";

/**
 * Reads the text of a baseline. `path` is the absolute path of its file, for what is wrong with it.
 *
 * @throws {ConfigError} when it is no baseline, with the first place that says so.
 */
export function readBaseline(text: string, path: string): Baseline {
  const failed = (message: string, place: { line: number; column: number }) =>
    new ConfigError([{ file: path, ...place, message }], [path]);
  const conflict = /^<{7} /mu.exec(text);
  if (conflict) {
    const line = text.slice(0, conflict.index).split("\n").length;
    throw failed("two branches changed the baseline; run `check-domain-isolation baseline merge`", {
      line,
      column: 1,
    });
  }
  const raw = { text, dependencies: [path], ...readJson(text) };
  const { locate, spanOf, readProblems } = createPlaces(path, raw);
  if (readProblems[0]) throw new ConfigError(readProblems.slice(0, 1), [path]);
  const parsed = v.safeParse(baselineSchema, raw.value);
  if (!parsed.success) throw failed(...complaint(parsed.issues[0], locate));
  const { findings, files } = parsed.output;
  return {
    entries: findings.map((entry, index) => {
      return { ...entry, at: { file: baselineName, span: spanOf(["findings", index, "file"]) } };
    }),
    sketches: new Map(Object.entries(files)),
  };
}

type Locate = ReturnType<typeof createPlaces>["locate"];

function complaint(
  { path, message }: v.BaseIssue<unknown>,
  locate: Locate,
): [message: string, place: { line: number; column: number }] {
  const keys = (path ?? []).flatMap(({ key }) =>
    typeof key === "string" || typeof key === "number" ? [key] : [],
  );
  const where = keys.length === 0 ? "the baseline" : `\`${keys.join(".")}\``;
  const text = `${where} is not as a baseline has it (${message}); write it anew with --update-baseline`;
  return [text, locate(keys)];
}
