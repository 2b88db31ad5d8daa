import { defineFileRule } from "@domain-isolation/model";
import { qualifiedName } from "../table-words.js";
import { looseHandles, looseStatements, mayTalkToDatabase } from "./outside-repositories.js";
import { repositoryOf } from "./repository-of.js";
import { touchInWords } from "./touch-in-words.js";

const touching = "{{from}} code {{touches}} outside of its repositories";

export default defineFileRule({
  description: "Only the repositories of a domain talk to its database.",
  level: "error",
  recommended: true,
  options: {
    handles: {
      values: ["check", "allow"],
      description:
        "`allow` lets code hold a handle and pass it on, as long as it makes no statement with it.",
    },
  },
  messages: {
    statement: {
      text: touching,
      help: "move the statement to a repository, {{repositories}}, and call that",
    },
    repositoryKnown: {
      text: touching,
      help: "move the statement to {{repository}}, which works with `{{name}}` already, and call that",
    },
    handle: {
      text: "{{from}} code holds a database handle, `{{name}}`, outside of its repositories",
      help: "leave it to the repositories, {{repositories}}, and call those",
    },
  },
  *judge(context) {
    const { file, facts, map, options } = context;
    const from = map.owner(file)?.domain ?? null;
    const [pattern] = from === null ? [] : map.repositories(from);
    if (from === null || pattern === undefined || mayTalkToDatabase(file, context)) return;
    const because = { domain: from, pattern, path: ["domains", from, "repositories", 0] };
    const common = { file, from, to: null, because };
    const repositories = map.repositories(from).join(", ");
    const data = facts.data(file);
    for (const statement of looseStatements(data, from, map)) {
      const { span, tier, tables, operation } = statement;
      const known = repositoryOf(statement, from, context);
      yield {
        ...common,
        messageId: known ? "repositoryKnown" : "statement",
        span,
        data: { from, repositories, touches: touchInWords(statement), ...known },
        identity: [...new Set(tables.map(qualifiedName)), operation],
        tier,
      };
    }
    if (options.handles === "allow") return;
    for (const { name, library, span, tier } of looseHandles(data, file, map)) {
      const words = { from, repositories, name };
      yield { ...common, messageId: "handle", span, data: words, identity: [library, name], tier };
    }
  },
});
