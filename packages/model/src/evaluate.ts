import type { PlacedAllowance } from "./exemptions/exemption.js";
import type { Evaluation } from "./evaluation.js";
import type { Finding } from "./finding.js";
import { judgeFile, judgeProject } from "./judge.js";
import type { FactView, FileRule, FileView, ProjectView } from "./rule.js";
import { settle } from "./settle.js";

/** Every finding of a project, in the order of files and places. */
export function evaluateProject(evaluation: Evaluation, project: ProjectView): readonly Finding[] {
  const allowances = allowancesOf(project);
  return settle(evaluation, judgeProject(evaluation, project), { allowances, files: asTheyWere })
    .findings;
}

/** What one rule finds in one file, whatever the file's neighbours hold. */
export function evaluateFile(
  evaluation: Evaluation,
  id: string,
  rule: FileRule,
  view: FileView,
  facts: FactView,
): readonly Finding[] {
  const judged = judgeFile(evaluation, id, rule, view, facts);
  const own = { ...evaluation, rules: { [id]: rule } };
  return settle(own, judged, { allowances: placed(view), files: asTheyWere }).findings;
}

/** The comments of a project that permit something. */
export function allowancesOf(project: ProjectView): readonly PlacedAllowance[] {
  const { files, schemas, migrations } = project;
  return [...files, ...schemas, ...migrations].flatMap((file) => placed(project.view(file)));
}

function placed({ file, allowances }: FileView): readonly PlacedAllowance[] {
  return allowances.map((fact) => ({ ...fact, file }));
}

/** Nothing was renamed, or nobody asks. */
const asTheyWere = { has: () => true, sketch: () => "" };
