import { defineLedgerRule, isDay } from "@domain-isolation/model";
import { atExemption, exemptionInWords, findingsInWords } from "../exemption-words.js";

export default defineLedgerRule({
  description: "An exemption whose last day is past permits nothing any more.",
  level: "error",
  recommended: true,
  messages: {
    expired: {
      text: "the exemption of {{what}} ended on {{until}}; {{count}} stood under it",
      help: "repair what it permitted and remove it, or agree on another day",
    },
    unneeded: {
      text: "the exemption of {{what}} ended on {{until}}, and permits nothing any more",
      help: "remove it",
    },
  },
  *judge({ ledger }) {
    for (const { exemption, findings, hasEnded } of ledger.exemptions) {
      const { until } = exemption;
      const common = atExemption(exemption);
      if (!common || !hasEnded || until === null || !isDay(until)) continue;
      if (!ledger.hasJudged(exemption.rule)) continue;
      const what = exemptionInWords(exemption);
      const messageId = findings > 0 ? "expired" : "unneeded";
      yield { ...common, messageId, data: { what, until, count: findingsInWords(findings) } };
    }
  },
});
