import { defineProjectRule } from "@domain-isolation/model";
import { qualifiedName, tableInWords } from "../table-words.js";
import { unownedTables } from "./unowned-tables.js";

export default defineProjectRule({
  description: "Every table belongs to a domain or is shared.",
  level: "off",
  recommended: false,
  messages: {
    unowned: {
      text: "{{table}} belongs to no domain and is not shared",
      help: "list `{{name}}` in `tables` of the domain that owns it, or in `tables` of `shared`",
    },
  },
  *judge({ project, map }) {
    for (const { table, file, span, tier } of unownedTables(project, map)) {
      const name = qualifiedName(table);
      yield {
        messageId: "unowned",
        file,
        span,
        from: map.owner(file)?.domain ?? null,
        to: null,
        data: { table: tableInWords(table), name },
        because: null,
        identity: [name],
        tier,
      };
    }
  },
});
