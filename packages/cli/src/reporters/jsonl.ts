import { findingRecord, recordVersion } from "../finding-record.js";
import type { Reporter } from "../reporter.js";

/** A finding a line, then a line with the summary. */
export const reporter: Reporter = {
  *render({ findings, summary }) {
    for (const finding of findings) yield line({ kind: "finding", ...findingRecord(finding) });
    yield line({ kind: "summary", version: recordVersion, summary });
  },
};

function line(record: object): string {
  return `${JSON.stringify(record)}\n`;
}
