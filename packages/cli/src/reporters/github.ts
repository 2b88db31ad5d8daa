import type { PlacedFinding, Report } from "../report.js";
import type { Reporter } from "../reporter.js";

/**
 * Workflow commands, which GitHub Actions turns into annotations of the diff:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const reporter: Reporter = {
  *render(report) {
    for (const finding of report.findings) {
      if (finding.status === "new") yield annotation(report, finding);
    }
  },
};

function annotation({ checkoutPrefix }: Report, finding: PlacedFinding): string {
  const { severity, ruleId, message, why, help, file, ...place } = finding;
  const lines = [message, why && `why: ${why}`, help && `help: ${help}`];
  return command(
    severity === "error" ? "error" : "warning",
    { file: checkoutPrefix + file, ...span(place), title: ruleId },
    lines.filter((line) => line !== null).join("\n"),
  );
}

/** GitHub takes columns only where first and last line are the same. */
function span(place: { line: number; column: number; endLine: number; endColumn: number }) {
  const lines = { line: place.line, endLine: place.endLine };
  return place.line === place.endLine
    ? { ...lines, col: place.column, endColumn: place.endColumn }
    : lines;
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${name} ${list}::${escapeData(message)}\n`;
}

/** As `@actions/core` escapes: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
