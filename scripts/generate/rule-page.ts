import type { MessageTemplate, Rule } from "@domain-isolation/model";
import type { NamedRule } from "./load-rules.js";
import { replaceSection } from "./section.js";

/** A rule's page with all that its code says already: head, options and messages. */
export function rulePage(file: string, page: string, named: NamedRule): string {
  const sections = { head: head(named), options: options(named), messages: messages(named.rule) };
  return Object.entries(sections).reduce(
    (text, [name, content]) => replaceSection(file, text, name, content),
    page,
  );
}

function head({ id, rule }: NamedRule): string {
  const strict = rule.strict === "warn" ? "`strict` (as a warning)" : "`strict`";
  const presets = rule.recommended ? `presets \`recommended\` and ${strict}` : `preset ${strict}`;
  const scope = scopeInWords(rule);
  return [`# ${id}`, rule.description, `Level: ${rule.level} · ${presets} · ${scope}`].join("\n\n");
}

function scopeInWords(rule: Rule): string {
  if (rule.scope === "ledger") {
    return "judges exemptions and the baseline, after all other rules: in `check-domain-isolation`, not in ESLint";
  }
  if (rule.scope === "project") {
    return "needs the whole project: runs in `check-domain-isolation`, not in ESLint";
  }
  const whole =
    rule.schemas === true ? "the whole check, `.prisma` files included" : "the whole check";
  return `judges file by file: in the editor (ESLint) and in ${whole}`;
}

function options({ id, rule }: NamedRule): string {
  const all = Object.entries(rule.options ?? {});
  if (all.length === 0) return "## Options\n\nNone but the level.";
  const lines = all.map(([name, { values, description }]) => {
    const [standard, ...others] = values.map((value) => `\`${value}\``);
    return `- \`${name}\`: ${standard ?? ""} (if nothing is said) or ${others.join(", ")}. ${description}`;
  });
  const example = Object.fromEntries(all.map(([name, { values }]) => [name, values.at(-1) ?? ""]));
  const setting = JSON.stringify({ rules: { [id]: ["error", example] } });
  return ["## Options", lines.join("\n"), "```json", setting, "```"].join("\n\n");
}

function messages({ messages: templates }: Rule): string {
  const rows = Object.entries(templates).map(([id, template]) => row(id, template));
  return ["## Messages", ["| ID | Says | Help |", "| --- | --- | --- |", ...rows].join("\n")].join(
    "\n\n",
  );
}

function row(id: string, { text, help = "" }: MessageTemplate): string {
  return `| \`${id}\` | ${placeholders(text)} | ${placeholders(help)} |`;
}

function placeholders(template: string): string {
  return template.replaceAll(/\{\{(\w+)\}\}/gu, "*$1*");
}
