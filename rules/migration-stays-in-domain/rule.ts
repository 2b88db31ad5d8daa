import { defineFileRule, type MigrationAction } from "@domain-isolation/model";
import { nameInWords, otherOwner } from "../schema-words.js";

const verbs: Partial<Record<MigrationAction, string>> = {
  create: "creates",
  alter: "alters",
  drop: "drops",
  write: "writes rows of",
};

const touching = "{{from}} migration {{does}} `{{name}}`, which {{to}} owns";

export default defineFileRule({
  description: "The migrations of one domain touch no table of another.",
  level: "error",
  recommended: true,
  migrations: true,
  messages: {
    created: {
      text: touching,
      help: "leave it to the migrations of {{to}}; what came along when the database was split is dropped in a migration of its own",
    },
    changed: {
      text: touching,
      help: "move it to the migrations of {{to}}: they run on the database that holds the table",
    },
    written: {
      text: touching,
      help: "have {{to}} write its rows: in its own migrations, or through its public entry",
    },
  },
  *judge({ file, facts, map }) {
    const from = map.owner(file)?.domain ?? null;
    if (from === null || !map.hasRole(file, "migration")) return;
    for (const { action, span, name, schema } of facts.migration(file).touches) {
      const does = verbs[action];
      const owner = otherOwner({ name, schema }, from, map);
      if (does === undefined || !owner) continue;
      const { domain: to, because } = owner;
      if (action === "write" && map.mayTouch(from, to, "writes")) continue;
      const shown = nameInWords({ name, schema });
      yield {
        messageId: action === "create" ? "created" : action === "write" ? "written" : "changed",
        file,
        span,
        from,
        to,
        data: { from, to, does, name: shown },
        because,
        identity: [action, shown],
        tier: "file",
      };
    }
  },
});
