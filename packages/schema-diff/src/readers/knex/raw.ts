import type { Place } from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import { bind } from "../source-code/bound-text.js";
import type { Step } from "../source-code/chain.js";
import { foldedSegments, segmentChanges } from "../source-code/embedded-sql.js";
import { opaque, type Run } from "../source-code/run.js";

/** `knex.raw("ALTER TABLE ?? …", ["users"])`: what is bound is put in where it is known. */
export function rawChanges(
  [text, bindings]: readonly Place[],
  step: Step,
  run: Run,
): readonly Change[] {
  const place = text ?? step.template;
  if (!place) return [opaque(step.place, "it runs SQL that isn't given")];
  const segments = foldedSegments(place, "unknown", run);
  const bound = bindings ? bind(segments, bindings, run) : segments;
  return segmentChanges(bound, place, run);
}
