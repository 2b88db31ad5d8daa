import { keyText, type Exemption, type ExemptionUse, type Finding } from "@domain-isolation/model";
import { rules } from "@domain-isolation/rules";
import { mapPlace, type Ground } from "./explanation.js";

/** How a finding stands, and what made it so: a line for each step, in the order of the decision. */
export function standingLines(ground: Ground, finding: Finding): readonly string[] {
  const { ruleId, severity, tier } = finding;
  return [
    `seen     ${seenBy[tier]}`,
    `judged   ${rules[ruleId]?.description ?? ruleId}`,
    `level    ${severity}, ${levelGround(ground, ruleId)}`,
    ...permitLines(ground, finding),
    ...baselineLines(ground, finding),
    `so it is ${finding.status}`,
  ];
}

const seenBy: Readonly<Record<Finding["tier"], string>> = {
  file: "in the file alone",
  linked: "by following names through other files",
  typed: "by asking types",
};

function levelGround(ground: Ground, ruleId: string): string {
  const { levels, map } = ground;
  if (levels[ruleId] !== undefined || levels["*"] !== undefined) return "for --rule says so";
  const key = [ruleId, "*"].find((one) => map.source.rules?.[one] !== undefined);
  if (key === undefined) return "the rule's own";
  return `by ${mapPlace(ground, ["rules", key])}`;
}

function permitLines(ground: Ground, finding: Finding): readonly string[] {
  const answer = answerTo(ground, finding);
  if (answer === null) return ["exempt   no: no exemption is about it"];
  const { exemption, hasEnded } = answer;
  const until = exemption.until === null ? "" : `, until ${exemption.until}`;
  const link = exemption.link === null ? "" : ` (${exemption.link})`;
  const word = hasEnded ? "no: it has ended" : "yes";
  return [
    `exempt   ${word}, by ${exemptionPlace(ground, exemption)}${until}: ${exemption.reason ?? ""}${link}`,
  ];
}

function answerTo({ judged, answers }: Ground, finding: Finding): ExemptionUse | null {
  const own = judged.find((one) => isOf(one, finding));
  return (own && answers.get(own)) ?? null;
}

function exemptionPlace({ project }: Ground, { at }: Exemption): string {
  if (at === null) return "the map";
  const line = project.text(at.file).slice(0, at.span.start).split("\n").length;
  return `${at.file}:${String(line)}`;
}

function baselineLines({ judged, baseline }: Ground, finding: Finding): readonly string[] {
  if (finding.status === "exempt") return [];
  if (baseline === null) return ["known    no: there is no baseline"];
  if (finding.status === "new") return ["known    no: the baseline does not record it"];
  const own = judged.find((one) => isOf(one, finding));
  const { ruleId: rule, file, from, to } = finding;
  const key = own && keyText({ rule, file, from, to, what: own.judgement.identity });
  const entry = baseline.entries.find((one) => keyText(one) === key);
  return [
    entry
      ? `known    yes: the baseline records ${countText(entry.count)} in ${file}`
      : "known    yes: the baseline records it under a former name of a file",
  ];
}

function countText(count: number): string {
  return count === 1 ? "it" : `${String(count)} of its kind`;
}

function isOf(
  one: Ground["judged"][number],
  { ruleId, fingerprint }: Pick<Finding, "ruleId" | "fingerprint">,
): boolean {
  return one.ruleId === ruleId && one.fingerprint === fingerprint;
}
