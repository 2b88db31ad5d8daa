import { defineFileRule } from "@domain-isolation/model";
import { handleInWords } from "../library-words.js";
import { placedUses } from "../owned-uses.js";
import { qualifiedName, tableInWords, touchVerb } from "../table-words.js";
import { heldHandles } from "./held-handles.js";

export default defineFileRule({
  description: "Shared code holds no database handle, and knows no table of a domain.",
  level: "error",
  recommended: true,
  messages: {
    handle: {
      text: "shared code holds a database handle: {{handle}}",
      help: "shared code goes with every service: let the domain whose database it is make the handle, and pass it in where it is needed",
    },
    table: {
      text: "shared code {{touches}} {{table}}, which {{to}} owns",
      help: "shared code knows no domain: leave the statement to {{to}}",
    },
  },
  *judge({ file, facts, map }) {
    const owner = map.owner(file);
    if (owner?.domain !== null || map.hasRole(file, "test")) return;
    const { handles, statements } = facts.data(file);
    const from = null;
    for (const { name, library, span, tier } of heldHandles(handles)) {
      const data = { handle: handleInWords(name, library) };
      const identity = [library, name];
      yield {
        messageId: "handle",
        file,
        span,
        from,
        to: null,
        data,
        because: owner,
        identity,
        tier,
      };
    }
    for (const { use, domain: to, because, statement } of placedUses(statements, map)) {
      const data = { touches: touchVerb(use), table: tableInWords(use), to };
      const identity = [qualifiedName(use), use.access];
      const { tier } = statement;
      yield { messageId: "table", file, span: use.span, from, to, data, because, identity, tier };
    }
  },
});
