import type { PlacedFinding } from "../report.js";
import type { Reporter } from "../reporter.js";
import { groupByFile } from "../group-by-file.js";
import { xml, xmlText } from "../xml.js";

/** What Checkstyle's own XML logger writes, which Jenkins, reviewdog and many others read. */
export const reporter: Reporter = {
  *render({ findings, checkoutPrefix }) {
    const fresh = findings.filter(({ status }) => status === "new");
    const file = [...groupByFile(fresh)].map(([name, own]) => ({
      "@name": xmlText(checkoutPrefix + name),
      error: own.map(error),
    }));
    yield xml({ checkstyle: { "@version": "8.0", file } });
  },
};

function error({ line, column, severity, message, help, ruleId }: PlacedFinding) {
  return {
    "@line": line,
    "@column": column,
    "@severity": severity === "error" ? "error" : "warning",
    "@message": xmlText(help === null ? message : `${message}; ${help}`),
    "@source": `domain-isolation.${ruleId}`,
  };
}
