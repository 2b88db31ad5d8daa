import type { CodeFlow, Result, Suppression } from "sarif";
import { chainOf } from "../chain-of.js";
import type { PlacedFinding } from "../report.js";
import { artifactOf, locationOf } from "./artifact.js";

export function sarifResult(finding: PlacedFinding, ruleIndex: number, prefix: string): Result {
  const { ruleId, severity, message, why, help, from, to, tier, fingerprint } = finding;
  const chain = chainOf(finding);
  return {
    ruleId,
    ruleIndex,
    level: severity === "error" ? "error" : "warning",
    message: {
      text: [message, why && `Why: ${why}`, help && `Help: ${help}`].filter(Boolean).join("\n"),
    },
    locations: [locationOf({ ...finding, file: prefix + finding.file })],
    partialFingerprints: { "domainIsolation/v1": fingerprint },
    // All results have the list or none (SARIF 3.27.23): empty says "not suppressed".
    suppressions: suppressions(finding),
    ...(chain ? { codeFlows: [codeFlow(chain, prefix)] } : {}),
    properties: { from, to, tier, messageId: finding.messageId, data: finding.data },
  };
}

function suppressions({ status }: PlacedFinding): Suppression[] {
  if (status === "new") return [];
  const justification =
    status === "exempt"
      ? "An exemption of the domain map permits it."
      : "It is recorded in the baseline.";
  return [{ kind: "external", status: "accepted", justification }];
}

function codeFlow(steps: readonly string[], prefix: string): CodeFlow {
  const locations = steps.map((step) => ({
    location: {
      message: { text: step },
      physicalLocation: { artifactLocation: artifactOf(prefix + step) },
    },
  }));
  return { threadFlows: [{ locations }] };
}
