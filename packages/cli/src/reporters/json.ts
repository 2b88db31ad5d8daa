import { findingRecord, recordVersion } from "../finding-record.js";
import type { Reporter } from "../reporter.js";

/** One JSON document; an entry a line, so that two runs can be compared with `diff`. */
export const reporter: Reporter = {
  *render(report) {
    yield `{"version":${String(recordVersion)}`;
    yield* list("findings", report.findings.map(findingRecord));
    yield* list("unresolved", report.unresolved);
    yield* list("opaque", report.opaque);
    yield* list("undecided", report.undecided);
    yield `,\n"summary":${JSON.stringify(report.summary)}}\n`;
  },
};

function* list(name: string, entries: readonly object[]): Generator<string> {
  yield `,\n"${name}":[`;
  for (const [index, entry] of entries.entries()) {
    yield `${index === 0 ? "" : ","}\n${JSON.stringify(entry)}`;
  }
  yield "]";
}
