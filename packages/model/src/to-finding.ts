import { chainInWords } from "./chain-in-words.js";
import type { Evaluation } from "./evaluation.js";
import { explainOwnership } from "./explain-ownership.js";
import type { Finding, FindingData, Status } from "./finding.js";
import type { Judged } from "./judged.js";

/** A judgement in words. */
export function toFinding({ rules, map }: Evaluation, judged: Judged, status: Status): Finding {
  const { ruleId, severity, judgement, fingerprint } = judged;
  const { messageId, file, span, from, to, data, because, tier, fix } = judgement;
  const template = rules[ruleId]?.messages[messageId];
  if (!template) throw new Error(`${ruleId} has no message ${messageId}`);
  return {
    ruleId,
    severity,
    messageId,
    message: fill(template.text, data),
    why: because ? explainOwnership(map, because) : null,
    help: template.help === undefined ? null : fill(template.help, data),
    file,
    span,
    from,
    to,
    data,
    tier,
    fingerprint,
    status,
    fix: fix ?? null,
  };
}

function fill(template: string, data: FindingData): string {
  return template.replaceAll(/\{\{(\w+)\}\}/gu, (placeholder, key: string) => {
    const value = data[key];
    if (value === undefined) throw new Error(`no value for ${placeholder} in "${template}"`);
    return typeof value === "string" ? value : chainInWords(value);
  });
}
