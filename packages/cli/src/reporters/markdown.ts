import { plural } from "../pretty/plural.js";
import type { PlacedFinding, Report } from "../report.js";
import type { Reporter } from "../reporter.js";
import { domainTable } from "../markdown/domain-table.js";
import { markdownText } from "../markdown/markdown-text.js";

/** GitHub takes 65,536 characters in a comment; the rest of the findings is counted. */
const most = 50;

/** A comment for a pull request: the verdict, what leads from which domain into which, and what is new. */
export const reporter: Reporter = {
  *render(report) {
    yield `### ${verdict(report)}\n`;
    const table = domainTable(report.summary.crossings);
    if (table !== "") yield `\n${table}`;
    const books = booksInWords(report);
    if (books !== "") yield `\n${books}\n`;
    const fresh = report.findings.filter(({ status }) => status === "new");
    if (fresh.length > 0) yield* list(report, fresh);
  },
};

function verdict({ summary: { errors, warnings, exempt, known, files } }: Report): string {
  if (errors + warnings > 0) {
    const counts = [
      errors > 0 ? plural(errors, "error") : "",
      warnings > 0 ? plural(warnings, "warning") : "",
    ];
    return `${errors > 0 ? "✗" : "⚠"} Domain isolation: ${counts.filter((part) => part !== "").join(" and ")}`;
  }
  const nothing = exempt + known === 0 ? "nothing" : "nothing new";
  return `✓ Domain isolation: ${nothing} crosses a boundary in ${plural(files, "file")}`;
}

function booksInWords({ summary: { known, gone, exempt } }: Report): string {
  const parts = [
    known > 0 ? `${plural(known, "finding")} known from the baseline` : "",
    gone > 0 ? `${String(gone)} of it gone: \`check-domain-isolation --update-baseline\`` : "",
    exempt > 0 ? `${plural(exempt, "finding")} exempt` : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function* list(report: Report, findings: readonly PlacedFinding[]): Generator<string> {
  yield `\n<details${findings.length <= 5 ? " open" : ""}><summary>${plural(findings.length, "new finding")}</summary>\n\n`;
  for (const finding of findings.slice(0, most)) yield entry(report, finding);
  const left = findings.length - most;
  if (left > 0) yield `- … and ${String(left)} more\n`;
  yield `\n</details>\n`;
}

function entry({ checkoutPrefix }: Report, finding: PlacedFinding): string {
  const { file, line, ruleId, message, help } = finding;
  const place = `\`${checkoutPrefix}${file}:${String(line)}\``;
  const way = help === null ? "" : `  \n  ${markdownText(help)}`;
  return `- ${place} **${ruleId}**  \n  ${markdownText(message)}${way}\n`;
}
