import type { ReportingDescriptor } from "sarif";
import type { RuleDescriptions } from "../report.js";

type RuleDescription = RuleDescriptions[string];

/** Every rule, also those that found nothing: a viewer shows what was looked for. */
export function sarifRules(rules: RuleDescriptions): readonly ReportingDescriptor[] {
  return Object.entries(rules).map(([id, rule]) => ({
    id,
    name: pascalCase(id),
    shortDescription: { text: rule.description },
    fullDescription: { text: rule.description },
    help: { text: helpText(rule), markdown: helpMarkdown(id, rule) },
    defaultConfiguration: {
      enabled: rule.level !== "off",
      level: rule.level === "warn" ? "warning" : "error",
    },
  }));
}

/** SARIF wants names that can be identifiers. */
function pascalCase(id: string): string {
  return id.replaceAll(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

function helpText(rule: RuleDescription): string {
  const messages = messagesOf(rule).map(({ text, help }) => `- ${text}${help ? `: ${help}` : ""}`);
  return [rule.description, ...messages].join("\n");
}

function helpMarkdown(id: string, rule: RuleDescription): string {
  const messages = messagesOf(rule).map(
    ({ text, help }) => `- ${text}${help ? `  \n  _${help}_` : ""}`,
  );
  const options = Object.entries(rule.options ?? {}).map(
    ([name, { values, description }]) =>
      `- \`${name}\` (${values.map((value) => `\`${value}\``).join(", ")}): ${description}`,
  );
  return [
    `# ${id}`,
    rule.description,
    `## What it says\n${messages.join("\n")}`,
    ...(options.length > 0 ? [`## Options\n${options.join("\n")}`] : []),
  ].join("\n\n");
}

/** The messages with `‹from›` where a run fills in a name. */
function messagesOf(rule: RuleDescription) {
  const named = (text: string) => text.replaceAll(/\{\{(\w+)\}\}/gu, "‹$1›");
  return Object.values(rule.messages).map(({ text, help }) => ({
    text: named(text),
    help: help === undefined ? null : named(help),
  }));
}
