import { defineLedgerRule } from "@domain-isolation/model";
import { findingsInWords } from "../exemption-words.js";

export default defineLedgerRule({
  description: "The baseline records nothing that is no longer found.",
  level: "error",
  recommended: true,
  messages: {
    stale: {
      text: "the baseline knows {{recorded}} of `{{rule}}` in `{{file}}`{{way}}; {{gone}} no longer there",
      help: "run `check-domain-isolation --update-baseline`, so that it can't come back unseen",
    },
  },
  *judge({ ledger }) {
    for (const { entry, gone } of ledger.stale) {
      const { rule, file, what, at } = entry;
      if (!at) continue;
      const recorded = findingsInWords(entry.count);
      const way = what.length === 0 ? "" : ` (${what.join(", ")})`;
      yield {
        ...at,
        messageId: "stale",
        from: null,
        to: null,
        data: { recorded, rule, file, way, gone: goneInWords(gone, entry.count) },
        because: null,
        identity: [rule, file, ...what],
        tier: "file",
      };
    }
  },
});

function goneInWords(gone: number, count: number): string {
  if (count === 1) return "it is";
  return gone === count ? "they are" : `${String(gone)} of them ${gone === 1 ? "is" : "are"}`;
}
