import type { RuleRegistry } from "@domain-isolation/model";
import { cycleProblems } from "./cycle-problems.js";
import { domainProblems } from "./domain-problems.js";
import { duplicateProblems } from "./duplicate-problems.js";
import { outlineMap } from "./map-outline.js";
import { ownerProblems } from "./owner-problems.js";
import { ruleProblems } from "./rule-problems.js";
import { touchProblems } from "./touch-problems.js";
import { checkShape, type Shape } from "./shape-problems.js";

/** Everything that is wrong with a value as a domain map; nothing, if `source` is the map. */
export function validateMap(value: unknown, rules: RuleRegistry): Shape {
  const shape = checkShape(value);
  const outline = outlineMap(value);
  const problems = [
    ...shape.problems,
    ...domainProblems(outline),
    ...touchProblems(outline),
    ...cycleProblems(outline),
    ...ownerProblems(outline),
    ...duplicateProblems(outline),
    ...ruleProblems(outline, rules),
  ];
  return { problems, source: problems.length === 0 ? shape.source : null };
}
