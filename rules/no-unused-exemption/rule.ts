import { defineLedgerRule } from "@domain-isolation/model";
import { atExemption, exemptionInWords } from "../exemption-words.js";

export default defineLedgerRule({
  description: "Every exemption permits something that is really there.",
  level: "error",
  recommended: true,
  messages: {
    unused: {
      text: "nothing is found that the exemption of {{what}} would permit",
      help: "remove it, so that nothing new hides behind it",
    },
  },
  *judge({ ledger }) {
    for (const { exemption, findings, hasEnded } of ledger.exemptions) {
      const common = atExemption(exemption);
      if (!common || hasEnded || findings > 0 || exemption.reason === null) continue;
      if (!ledger.hasJudged(exemption.rule)) continue;
      yield { ...common, messageId: "unused", data: { what: exemptionInWords(exemption) } };
    }
  },
});
