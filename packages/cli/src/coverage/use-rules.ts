import type {
  DomainMap,
  FileContext,
  FileRule,
  ProjectView,
  ProjectRule,
  RuleOptions,
  RuleRegistry,
} from "@domain-isolation/model";
import type { RuleUse } from "./coverage-report.js";
import { watchMap, watchProject, type Watch } from "./watch.js";

/**
 * Lets every rule that is on judge, and counts the facts that it takes a look at. One that asks for
 * facts, or for roles of files that the map names, and gets none judges nothing; one that never asks
 * judges the files as such.
 */
export function useRules(
  rules: RuleRegistry,
  map: DomainMap,
  project: ProjectView,
): readonly RuleUse[] {
  return Object.entries(rules).flatMap(([id, rule]) => {
    const { level, options } = map.ruleSetting(id, rule);
    // What judges the exemptions and the baseline doesn't look at code.
    if (level === "off" || rule.scope === "ledger") return [];
    const watch: Watch = { asked: 0, given: 0 };
    judge(rule, watchProject(project, watch), watchMap(map, watch), options);
    return [{ rule: id, facts: watch.given, isIdle: watch.asked > 0 && watch.given === 0 }];
  });
}

function judge(
  rule: FileRule | ProjectRule,
  project: ProjectView,
  map: DomainMap,
  options: RuleOptions,
): void {
  if (rule.scope === "project") exhaust(rule.judge({ project, map, options }));
  else {
    for (const file of filesFor(rule, project)) {
      const view = project.view(file);
      // Not spread: a list counts as asked for only when the rule itself takes it.
      const context: FileContext = {
        file,
        map,
        options,
        facts: project,
        unreadable: view.unreadable,
        allowances: view.allowances,
        get imports() {
          return view.imports;
        },
        get opaque() {
          return view.opaque;
        },
      };
      exhaust(rule.judge(context));
    }
  }
}

function filesFor({ schemas, migrations }: FileRule, project: ProjectView): readonly string[] {
  return [
    ...project.files,
    ...(schemas === true ? project.schemas : []),
    ...(migrations === true ? project.migrations : []),
  ];
}

function exhaust(judgements: Iterable<unknown>): void {
  Array.from(judgements);
}
