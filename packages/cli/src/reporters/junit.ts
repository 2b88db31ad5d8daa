import type { PlacedFinding, Report } from "../report.js";
import type { Reporter } from "../reporter.js";
import { groupByFile } from "../group-by-file.js";
import { xml, xmlText } from "../xml.js";

/**
 * A test report as Jenkins, GitLab and Azure read it: a file is a suite, a finding a failed test. What
 * is known or exempt is a skipped one, so that a trend shows it.
 */
export const reporter: Reporter = {
  *render(report) {
    const groups = [...groupByFile(report.findings)];
    const testsuite =
      groups.length > 0
        ? groups.map(([file, findings]) => suite(report, file, findings))
        : [suite(report, "check-domain-isolation", [])];
    yield xml({ testsuites: { "@name": "check-domain-isolation", testsuite } });
  },
};

function suite(
  { checkoutPrefix, summary }: Report,
  name: string,
  findings: readonly PlacedFinding[],
) {
  const isNothing = findings.length === 0;
  const failures = findings.filter(({ status }) => status === "new").length;
  return {
    "@name": xmlText(isNothing ? name : checkoutPrefix + name),
    "@tests": Math.max(findings.length, 1),
    "@failures": failures,
    "@errors": 0,
    "@skipped": findings.length - failures,
    testcase: isNothing
      ? [{ "@classname": name, "@name": `${String(summary.files)} files` }]
      : findings.map((finding) => testcase(checkoutPrefix, finding)),
  };
}

function testcase(prefix: string, finding: PlacedFinding) {
  const { ruleId, file, line, column, message, why, help, status, severity } = finding;
  const place = `${prefix}${file}:${String(line)}:${String(column)}`;
  const text = [message, why && `why: ${why}`, help && `help: ${help}`, place];
  const failure = {
    "@message": xmlText(message),
    "@type": severity,
    "#text": xmlText(text.filter((part) => part !== null).join("\n")),
  };
  return {
    "@classname": ruleId,
    "@name": xmlText(`${place} ${message}`),
    ...(status === "new" ? { failure } : { skipped: status }),
  };
}
