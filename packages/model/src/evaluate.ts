import { chainInWords } from "./chain-in-words.js";
import type { DomainMap } from "./domain-map/domain-map.js";
import { explainOwnership } from "./explain-ownership.js";
import { findExemption } from "./exemptions.js";
import type { Finding, FindingData, Level, Severity } from "./finding.js";
import { fingerprints } from "./fingerprint.js";
import type { RuleOptions } from "./map-source.js";
import type {
  FactView,
  FileContext,
  FileRule,
  FileView,
  Judgement,
  ProjectView,
  Rule,
  RuleRegistry,
} from "./rule.js";

export interface Evaluation {
  readonly map: DomainMap;
  readonly rules: RuleRegistry;
  /** Levels that override the map's, as the command line gives them. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** Options of rules that override the map's. */
  readonly options?: Readonly<Record<string, RuleOptions>>;
  /** Today, `YYYY-MM-DD`: exemptions end. */
  readonly today: string;
}

/** Every finding of a project, in the order of files and places. */
export function evaluateProject(evaluation: Evaluation, project: ProjectView): readonly Finding[] {
  const findings = Object.entries(evaluation.rules).flatMap(([id, rule]) => {
    const setting = settingOf(evaluation, id, rule);
    if (setting.level === "off") return [];
    const { map } = evaluation;
    const judgements =
      rule.scope === "project"
        ? [...rule.judge({ project, map, options: setting.options })]
        : filesFor(rule, project).flatMap((file) => [
            ...rule.judge(fileContext(map, setting.options, project.view(file), project)),
          ]);
    return toFindings(evaluation, id, rule, setting.level, judgements);
  });
  return findings.sort(byPlace);
}

function filesFor({ schemas, migrations }: FileRule, project: ProjectView): readonly string[] {
  return [
    ...project.files,
    ...(schemas === true ? project.schemas : []),
    ...(migrations === true ? project.migrations : []),
  ];
}

/** What one rule finds in one file, whatever the file's neighbours hold. */
export function evaluateFile(
  evaluation: Evaluation,
  id: string,
  rule: FileRule,
  view: FileView,
  facts: FactView,
): readonly Finding[] {
  const { level, options } = settingOf(evaluation, id, rule);
  if (level === "off") return [];
  const judgements = [...rule.judge(fileContext(evaluation.map, options, view, facts))];
  return toFindings(evaluation, id, rule, level, judgements).toSorted(byPlace);
}

function fileContext(
  map: DomainMap,
  options: RuleOptions,
  { file, imports, opaque, unreadable }: FileView,
  facts: FactView,
): FileContext {
  return { file, imports, opaque, unreadable, facts, map, options };
}

/** `*` of the command line is about the rules that are on: it wakes none that is `off`. */
function settingOf({ map, levels, options }: Evaluation, id: string, rule: Rule) {
  const own = map.ruleSetting(id, rule);
  const setting = { ...own, options: { ...own.options, ...options?.[id] } };
  const general = setting.level === "off" ? undefined : levels?.["*"];
  return { ...setting, level: levels?.[id] ?? general ?? setting.level };
}

function toFindings(
  { map, today }: Evaluation,
  ruleId: string,
  rule: Rule,
  severity: Severity,
  judgements: readonly Judgement[],
): Finding[] {
  const prints = fingerprints(ruleId, judgements);
  return judgements.map((judgement, index) => {
    const { messageId, file, span, from, to, data, because, tier, fix } = judgement;
    const template = rule.messages[messageId];
    if (!template) throw new Error(`${ruleId} has no message ${messageId}`);
    const exemption = findExemption(map.exemptions, ruleId, file, to, today);
    return {
      ruleId,
      severity,
      messageId,
      message: fill(template.text, data),
      why: because ? explainOwnership(map, because) : null,
      help: template.help === undefined ? null : fill(template.help, data),
      file,
      span,
      from,
      to,
      data,
      tier,
      fingerprint: prints[index] ?? "",
      status: exemption ? "exempt" : "new",
      fix: fix ?? null,
    };
  });
}

function fill(template: string, data: FindingData): string {
  return template.replaceAll(/\{\{(\w+)\}\}/gu, (placeholder, key: string) => {
    const value = data[key];
    if (value === undefined) throw new Error(`no value for ${placeholder} in "${template}"`);
    return typeof value === "string" ? value : chainInWords(value);
  });
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    a.span.start - b.span.start ||
    compare(a.ruleId, b.ruleId) ||
    compare(a.to ?? "", b.to ?? "")
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
