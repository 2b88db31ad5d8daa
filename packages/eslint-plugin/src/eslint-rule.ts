import { evaluateFile, type FileRule, type Finding, type TextEdit } from "@domain-isolation/model";
import type { Rule } from "eslint";
import type { ReadyFile } from "./examine-file.js";
import { findingText } from "./finding-text.js";
import type { LintSession } from "./lint-session.js";
import { uncheckedReports } from "./unchecked-reports.js";

/** Makes a file rule of the registry a rule of ESLint. */
export function eslintRule(id: string, rule: FileRule, session: LintSession): Rule.RuleModule {
  // Who names a rule in ESLint's configuration wants it. Only the map's own `off` silences it.
  const wanted: FileRule = { ...rule, level: "error" };
  return {
    meta: {
      type: "problem",
      docs: { description: rule.description, recommended: rule.recommended, url: rulePage(id) },
      schema: [],
      hasSuggestions: true,
      messages: messages(rule),
    },
    create: (context) => ({
      Program: () => {
        reportUnchecked(context, session);
        const file = session.ready(context);
        if (!file) return;
        for (const finding of findings(id, wanted, file, session)) report(context, finding);
      },
    }),
  };
}

/** The rule's section in the README of this package. */
function rulePage(id: string): string {
  return `https://www.npmjs.com/package/eslint-plugin-domain-isolation#${id}`;
}

/** Every text is made by the model; a message is nothing but the place for it. */
function messages(rule: FileRule): Record<string, string> {
  const ids = [...Object.keys(rule.messages), "unchecked"];
  return Object.fromEntries(ids.map((id) => [id, "{{text}}"]));
}

function reportUnchecked(context: Rule.RuleContext, session: LintSession): void {
  const file = session.unchecked(context);
  if (!file) return;
  for (const { loc, text } of uncheckedReports(file, context.cwd)) {
    context.report({ loc, messageId: "unchecked", data: { text } });
  }
}

function findings(
  id: string,
  rule: FileRule,
  { project, view, facts, today }: ReadyFile,
  { rules }: LintSession,
): readonly Finding[] {
  const evaluation = { map: project.map, rules, today, baseline: project.known(view.file) };
  const all = evaluateFile(evaluation, id, rule, view, facts);
  return all.filter(({ status }) => status === "new");
}

function report(context: Rule.RuleContext, finding: Finding): void {
  const { messageId, span, fix } = finding;
  const { sourceCode } = context;
  context.report({
    loc: {
      start: sourceCode.getLocFromIndex(span.start),
      end: sourceCode.getLocFromIndex(span.end),
    },
    messageId,
    data: { text: findingText(finding) },
    suggest: fix ? [suggestion(fix)] : [],
  });
}

function suggestion({ span, text }: TextEdit): Rule.SuggestionReportDescriptor {
  return {
    desc: `Write ${text} here instead.`,
    fix: (fixer) => fixer.replaceTextRange([span.start, span.end], text),
  };
}
