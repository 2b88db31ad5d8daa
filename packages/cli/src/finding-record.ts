import type { PlacedFinding } from "./report.js";

/** Of the JSON formats. Grows when a field changes its meaning, not when one is added. */
export const recordVersion = 1;

/** A finding as the JSON formats print it. */
export function findingRecord(finding: PlacedFinding) {
  const { ruleId, severity, messageId, message, why, file, line, column, endLine, endColumn } =
    finding;
  const { from, to, data, help, tier, fingerprint, status } = finding;
  return {
    ruleId,
    severity,
    messageId,
    message,
    why,
    file,
    line,
    column,
    endLine,
    endColumn,
    from,
    to,
    data,
    help,
    tier,
    fingerprint,
    status,
    ...(finding.causedByChange === true ? { causedByChange: true } : {}),
  };
}
