import type { NamedRule } from "./load-rules.js";

/** The table of the rules in the README. */
export function ruleTable(rules: readonly NamedRule[]): string {
  const rows = rules.map(
    ({ id, rule }) =>
      `| [\`${id}\`](rules/${id}/rule.md) | ${rule.description} | ${rule.level} | ${rule.recommended ? "yes" : ""} | ${rule.scope === "file" ? "yes" : ""} |`,
  );
  return [
    "| Rule | What it demands | Level | `recommended` | In ESLint |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
