import { defineFileRule } from "@domain-isolation/model";
import { tableInWords } from "../table-words.js";

const giving = "`{{name}}` gives away {{entity}}, an entity of {{library}}";
const help =
  "give a plain type with what callers need: an entity takes its columns, its relations and its library along";

export default defineFileRule({
  description: "Public entries and repositories give away plain types, not entities of an ORM.",
  level: "warn",
  recommended: true,
  options: {
    repositories: {
      values: ["check", "allow"],
      description:
        "`allow` lets repositories give entities to the code of their domain; the public entry stays judged.",
    },
  },
  messages: {
    publicEntry: { text: `${giving}, from the public entry of {{from}}`, help },
    repository: { text: `${giving}, from a repository of {{from}}`, help },
  },
  *judge({ file, facts, map, options }) {
    const owner = map.owner(file);
    const from = owner?.domain ?? null;
    if (from === null || map.hasRole(file, "test")) return;
    const isPublic = map.hasRole(file, "public");
    const isRepository = map.hasRole(file, "repository") && options.repositories === "check";
    if (!isPublic && !isRepository) return;
    for (const { name, entity, table, library, span, tier } of facts.data(file).leaks) {
      yield {
        messageId: isPublic ? "publicEntry" : "repository",
        file,
        span,
        from,
        to: null,
        data: { name, entity: tableInWords({ name: table, schema: null, entity }), library, from },
        because: owner,
        identity: [name, entity],
        tier,
      };
    }
  },
});
