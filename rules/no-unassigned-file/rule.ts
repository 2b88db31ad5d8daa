import { defineFileRule } from "@domain-isolation/model";

export default defineFileRule({
  description: "Every source file belongs to a domain or is shared.",
  level: "off",
  recommended: false,
  messages: {
    unassigned: {
      text: "{{file}} belongs to no domain and is not shared",
      help: "name it in `files` of the domain that owns it or in `files` of `shared`, or list it in `ignore`",
    },
  },
  *judge({ file, map }) {
    if (map.owner(file) || map.isIgnored(file) || map.hasRole(file, "test")) return;
    yield {
      messageId: "unassigned",
      file,
      span: { start: 0, end: 0 },
      from: null,
      to: null,
      data: { file },
      because: null,
      identity: [],
      tier: "file",
    };
  },
});
