import type { Reporter } from "../reporter.js";
import { sarifNotifications } from "../sarif/notifications.js";
import { sarifResult } from "../sarif/result.js";
import { sarifRules } from "../sarif/rules.js";
import { toolName } from "../package-info.js";

const schema = "https://json.schemastore.org/sarif-2.1.0.json";

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const reporter: Reporter = {
  *render(report) {
    const rules = sarifRules(report.rules);
    const driver = { name: toolName, semanticVersion: report.toolVersion, rules };
    const invocation = {
      executionSuccessful: true,
      toolExecutionNotifications: sarifNotifications(report),
    };
    yield `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{`;
    yield `"tool":${JSON.stringify({ driver })},\n`;
    yield `"columnKind":"utf16CodeUnits",\n`;
    yield `"originalUriBaseIds":${JSON.stringify(srcRoot)},\n`;
    yield `"invocations":${JSON.stringify([invocation])},\n"results":[`;
    for (const [index, finding] of report.findings.entries()) {
      const ruleIndex = rules.findIndex(({ id }) => id === finding.ruleId);
      yield `${index === 0 ? "" : ","}\n${JSON.stringify(sarifResult(finding, ruleIndex, report.checkoutPrefix))}`;
    }
    yield "]}]}\n";
  },
};

const srcRoot = { "%SRCROOT%": { description: { text: "The root of the repository." } } };
