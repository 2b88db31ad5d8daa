import { defineLedgerRule, isDay, type Exemption } from "@domain-isolation/model";
import { atExemption } from "../exemption-words.js";

const values = ["optional", "required"] as const;

export default defineLedgerRule({
  description:
    "Every exemption names a rule and says why it is there, and until when if the map wants that.",
  level: "error",
  recommended: true,
  options: {
    until: { values, description: "Whether every exemption has a last day." },
    link: { values, description: "Whether every exemption has a link, to a ticket say." },
  },
  messages: {
    noRule: {
      text: "the comment permits nothing: it names no rule",
      help: "write `domain-isolation-allow RULE -- reason`",
    },
    unknownRule: {
      text: "the comment permits nothing: there is no rule `{{rule}}`",
      help: "write the name of a rule as it stands beside its finding",
    },
    noReason: {
      text: "the comment permits nothing: it gives no reason",
      help: "write it behind two dashes: `domain-isolation-allow {{rule}} -- reason`",
    },
    noDay: {
      text: "the comment permits nothing: `{{until}}` is no day of the calendar",
      help: "write year, month and day, such as `(until 2027-01-31)`",
    },
    noUntil: {
      text: "the exemption of `{{rule}}` has no last day, which the map demands",
      help: 'agree on one: `until: "YYYY-MM-DD"` in the map, `(until YYYY-MM-DD)` in a comment',
    },
    noLink: {
      text: "the exemption of `{{rule}}` has no link, which the map demands",
      help: 'name the ticket: `link: "https://…"` in the map, `(https://…)` in a comment',
    },
  },
  *judge({ ledger, options }) {
    for (const { exemption } of ledger.exemptions) {
      const common = atExemption(exemption);
      if (!common) continue;
      const { rule, until } = exemption;
      const data = { rule, until: until ?? "" };
      const messageId = brokenPart(exemption, ledger.ruleIds);
      if (messageId) yield { ...common, messageId, data };
      if (messageId) continue;
      if (options.until === "required" && until === null) {
        yield { ...common, messageId: "noUntil", data };
      }
      if (options.link === "required" && exemption.link === null) {
        yield { ...common, messageId: "noLink", data };
      }
    }
  },
});

/** What of the map is broken, the configuration's own check has said already. */
function brokenPart({ rule, reason, until }: Exemption, ruleIds: readonly string[]) {
  if (rule === "") return "noRule";
  if (!ruleIds.includes(rule)) return "unknownRule";
  if (reason === null) return "noReason";
  return until !== null && !isDay(until) ? "noDay" : null;
}
