import type { MapPath, MapProblem, MapSource } from "@domain-isolation/model";
import * as v from "valibot";
import { mapSchema } from "./map-schema.js";
import { keyProblems } from "./key-problems.js";
import { kindOf, nameOfPath } from "./wording.js";

export interface Shape {
  readonly problems: readonly MapProblem[];
  /** The value as a map, if nothing is wrong with its form. */
  readonly source: MapSource | null;
}

/** Judges each part by itself: keys, types, texts. */
export function checkShape(value: unknown): Shape {
  const { success, output, issues = [] } = v.safeParse(mapSchema, value, { abortPipeEarly: true });
  return {
    problems: [
      ...issues.filter((issue) => !isAboutKeys(issue)).map(problemOf),
      ...keyProblems(value),
    ],
    source: success ? output : null,
  };
}

/** Valibot stops at the first unknown key of an object; `keyProblems` finds them all. */
function isAboutKeys({ type, expected }: v.BaseIssue<unknown>): boolean {
  return type === "strict_object" && expected !== "Object";
}

/** A schema's message says what is expected, a check's message is a whole sentence. */
function problemOf(issue: v.BaseIssue<unknown>): MapProblem {
  const path: MapPath = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === "string" || typeof key === "number" ? [key] : [],
  );
  const atKey = issue.path?.at(-1)?.origin === "key";
  if (issue.kind !== "schema") return { path, message: issue.message, atKey };
  const message = `${nameOfPath(path)} must be ${issue.message}, but is ${kindOf(issue.input)}`;
  return { path, message, atKey };
}
