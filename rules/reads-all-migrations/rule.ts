import { defineProjectRule, type TreeFacts, type TreeProblem } from "@domain-isolation/model";

const judged = new Set<TreeProblem["kind"]>(["missing file", "unreadable file", "ignored file"]);

export default defineProjectRule({
  description: "What the map names as migrations is there, and is read.",
  level: "error",
  recommended: true,
  messages: {
    nothing: {
      text: "no migration of {{from}} is read: {{message}}",
      help: "migrations that nobody reads are judged by nobody",
    },
    problem: {
      text: "{{message}}",
      help: "repair it: what is not read is not judged",
    },
    broken: {
      text: "of this statement nothing is known: {{message}}",
      help: "repair it: what is not read is not judged",
    },
    refused: {
      text: "this can't be applied after the migrations before it: {{message}}",
      help: "a database would refuse it; if it runs all the same, the order or a migration before it is not what it seems",
    },
  },
  *judge({ project, map }) {
    for (const tree of project.databases.trees) {
      const { domain: from, folder, path } = tree;
      const common = { from, to: null, because: null, tier: "linked" } as const;
      const at = map.sourcePlace([...path, "path"]);
      if (tree.files.length === 0 && at) {
        const known = tree.problems.find(({ kind }) => kind === "nothing matched")?.message;
        const data = { from, message: known ?? `\`${folder}\` holds none` };
        yield { ...common, ...at, messageId: "nothing", data, identity: [folder] };
      }
      for (const problem of problemsOf(tree)) {
        const { messageId, message } = problem;
        yield { ...common, ...problem.at, messageId, data: { message }, identity: [message] };
      }
    }
  },
});

function problemsOf({ problems, opaque, refused }: TreeFacts) {
  return [
    ...opaque
      .filter(({ isBroken }) => isBroken)
      .map(({ file, span, reason: message }) => {
        return { messageId: "broken" as const, at: { file, span }, message };
      }),
    ...problems
      .filter(({ kind }) => judged.has(kind))
      .map(({ at, message }) => ({ messageId: "problem" as const, at, message })),
    ...refused.map(({ at, message }) => ({ messageId: "refused" as const, at, message })),
  ];
}
