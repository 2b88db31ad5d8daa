import { defineProjectRule, type TreeProblem } from "@domain-isolation/model";

const judged = new Set<TreeProblem["kind"]>([
  "several heads",
  "missing parent",
  "cycle",
  "duplicate version",
]);

export default defineProjectRule({
  description: "The migrations of a domain follow one another in one line.",
  level: "error",
  recommended: true,
  messages: {
    order: {
      text: "{{message}}",
      help: "a database that is behind can only come up to date where it is certain what runs next",
    },
  },
  *judge({ project }) {
    for (const { domain, problems } of project.databases.trees) {
      for (const { kind, at, message } of problems) {
        if (!judged.has(kind)) continue;
        yield {
          messageId: "order",
          file: at.file,
          span: at.span,
          from: domain,
          to: null,
          data: { message },
          because: null,
          identity: [kind, message],
          tier: "linked",
        };
      }
    }
  },
});
