import { defineProjectRule } from "@domain-isolation/model";

export default defineProjectRule({
  description: "Every source file can be read to its end.",
  level: "error",
  recommended: true,
  messages: {
    unreadable: {
      text: "{{file}} can't be read whole: {{reason}}",
      help: "repair it, or list it in `ignore`: what can't be read is not checked",
    },
  },
  *judge({ project, map }) {
    for (const file of [...project.files, ...project.schemas]) {
      for (const { span, reason } of project.view(file).unreadable) {
        yield {
          messageId: "unreadable",
          file,
          span,
          from: map.owner(file)?.domain ?? null,
          to: null,
          data: { file, reason },
          because: null,
          identity: [reason],
          tier: "file",
        };
      }
    }
  },
});
