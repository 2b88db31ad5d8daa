import { defineFileRule, explainOwnership } from "@domain-isolation/model";
import { qualifiedName, tableInWords } from "../table-words.js";
import { ambiguousTables } from "./ambiguous-tables.js";

export default defineFileRule({
  description: "Of every table that code touches it can be told whose it is.",
  level: "error",
  recommended: true,
  schemas: true,
  messages: {
    ambiguous: {
      text: "{{table}} may be a table of {{owners}}",
      help: "the map says {{claims}}: make one of them more specific, or give this code to the domain that is meant",
    },
  },
  *judge({ file, facts, map }) {
    for (const { table, span, tier, claims } of ambiguousTables(file, facts.data(file), map)) {
      const names = claims.map(({ domain }) => domain ?? "shared");
      yield {
        messageId: "ambiguous",
        file,
        span,
        from: map.owner(file)?.domain ?? null,
        to: null,
        data: {
          table: tableInWords(table),
          owners: names.join(" or "),
          claims: claims.map((claim) => explainOwnership(map, claim)).join(" and "),
        },
        because: null,
        identity: [qualifiedName(table), ...names],
        tier,
      };
    }
  },
});
