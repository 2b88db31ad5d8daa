import { defineFileRule, type DomainMap, type ResolvedImport } from "@domain-isolation/model";
import type { OwnedReach } from "../owned-reach.js";
import { reachGroups } from "../reach-groups.js";
import { reachJudgement } from "../reach-judgement.js";
import { isAllowedType, typeOnlyOption } from "../type-only-option.js";

export default defineFileRule({
  description: "Shared code imports no domain.",
  level: "error",
  recommended: true,
  options: { typeOnly: typeOnlyOption },
  messages: {
    domainCode: {
      text: "shared code {{imports}} {{what}}, which {{to}} owns",
      help: "shared code knows no domain: let {{to}} pass in what is needed here, or give this file to {{to}}",
    },
  },
  *judge(context) {
    const { file, map, options } = context;
    if (map.owner(file)?.domain !== null) return;
    const reached = reachGroups(
      context,
      (reach, fact) => !isAllowedType(options, reach) && !isPassedOn(fact, reach, map),
    );
    for (const found of reached) {
      yield { ...reachJudgement(found), messageId: "domainCode", from: null };
    }
  },
});

/** A barrel that passes on an export which a domain has in a shared file makes no use of it. */
function isPassedOn(fact: ResolvedImport, reach: OwnedReach, map: DomainMap): boolean {
  const isReExport = fact.form === "export" || fact.form === "export-star";
  return isReExport && reach.symbol !== null && (map.owner(reach.file)?.domain ?? null) === null;
}
