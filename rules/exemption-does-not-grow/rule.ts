import { defineLedgerRule } from "@domain-isolation/model";
import { atExemption, exemptionInWords, findingsInWords } from "../exemption-words.js";

export default defineLedgerRule({
  description:
    "An exemption for many files says how many findings it permits, and they become no more.",
  level: "error",
  recommended: true,
  messages: {
    grown: {
      text: "the exemption of {{what}} is for {{atMost}}, and now permits {{count}}",
      help: "repair what has come since it was written",
    },
    unbounded: {
      text: "the exemption of {{what}} is for any number of findings; today it permits {{number}}",
      help: "write `atMost: {{number}}` beside it, so that no new crossing hides behind it",
    },
  },
  *judge({ ledger }) {
    for (const { exemption, findings, hasEnded } of ledger.exemptions) {
      const { atMost, isPattern } = exemption;
      const common = atExemption(exemption);
      if (!common || hasEnded || findings === 0) continue;
      const what = exemptionInWords(exemption);
      const [count, number] = [findingsInWords(findings), String(findings)];
      if (atMost === null && isPattern) {
        yield { ...common, messageId: "unbounded", data: { what, number } };
      } else if (atMost !== null && findings > atMost) {
        const data = { what, count, atMost: findingsInWords(atMost) };
        yield { ...common, messageId: "grown", data };
      }
    }
  },
});
