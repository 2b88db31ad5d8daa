import type { PlacedFinding, Report } from "../report.js";
import type { Reporter } from "../reporter.js";

/**
 * A code quality report, which GitLab shows in merge requests and beside the lines of the diff:
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const reporter: Reporter = {
  *render(report) {
    const issues = report.findings
      .filter(({ status }) => status === "new")
      .map((finding) => issue(report, finding));
    yield `[${issues.map((one) => `\n${JSON.stringify(one)}`).join(",")}\n]\n`;
  },
};

function issue({ checkoutPrefix }: Report, finding: PlacedFinding) {
  const { ruleId, severity, message, help, fingerprint, file, line, endLine } = finding;
  return {
    description: help === null ? message : `${message}; ${help}`,
    check_name: ruleId,
    fingerprint,
    severity: severity === "error" ? "major" : "minor",
    location: { path: checkoutPrefix + file, lines: { begin: line, end: endLine } },
  };
}
