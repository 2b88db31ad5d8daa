import type { DomainMap } from "./domain-map/domain-map.js";
import { settingOf, type Evaluation } from "./evaluation.js";
import type { Severity } from "./finding.js";
import { fingerprints } from "./fingerprint.js";
import type { Judged } from "./judged.js";
import type { RuleOptions } from "./map-source.js";
import type {
  FactView,
  FileContext,
  FileRule,
  FileView,
  Judgement,
  ProjectView,
  Rule,
} from "./rule.js";

/** What the rules say of a project, before anybody asks what is permitted or known. */
export function judgeProject(evaluation: Evaluation, project: ProjectView): readonly Judged[] {
  return Object.entries(evaluation.rules).flatMap(([id, rule]) => {
    const { level, options } = settingOf(evaluation, id, rule);
    if (level === "off") return [];
    return judged(id, level, judgements(rule, evaluation.map, options, project));
  });
}

/** What one rule says of one file, whatever the file's neighbours hold. */
export function judgeFile(
  evaluation: Evaluation,
  id: string,
  rule: FileRule,
  view: FileView,
  facts: FactView,
): readonly Judged[] {
  const { level, options } = settingOf(evaluation, id, rule);
  if (level === "off") return [];
  return judged(id, level, [...rule.judge(fileContext(evaluation.map, options, view, facts))]);
}

/** Judgements with all that makes them findings but their standing. */
export function judged(
  ruleId: string,
  severity: Severity,
  judgements: readonly Judgement[],
): readonly Judged[] {
  const prints = fingerprints(ruleId, judgements);
  return judgements.map((judgement, index) => {
    return { ruleId, severity, judgement, fingerprint: prints[index] ?? "" };
  });
}

function judgements(
  rule: Rule,
  map: DomainMap,
  options: RuleOptions,
  project: ProjectView,
): readonly Judgement[] {
  if (rule.scope === "ledger") return [];
  if (rule.scope === "project") return [...rule.judge({ project, map, options })];
  return filesFor(rule, project).flatMap((file) => [
    ...rule.judge(fileContext(map, options, project.view(file), project)),
  ]);
}

function filesFor({ schemas, migrations }: FileRule, project: ProjectView): readonly string[] {
  return [
    ...project.files,
    ...(schemas === true ? project.schemas : []),
    ...(migrations === true ? project.migrations : []),
  ];
}

function fileContext(
  map: DomainMap,
  options: RuleOptions,
  { file, imports, opaque, unreadable, allowances }: FileView,
  facts: FactView,
): FileContext {
  return { file, imports, opaque, unreadable, allowances, facts, map, options };
}
