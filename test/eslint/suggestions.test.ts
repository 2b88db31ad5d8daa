import * as tsParser from "@typescript-eslint/parser";
import { RuleTester } from "eslint";
import domainIsolation from "eslint-plugin-domain-isolation";
import { afterAll, describe, it } from "vitest";
import { createProject, usersAndPool } from "./project.js";

const id = "no-cross-domain-import";
const rule = domainIsolation.rules[id];
if (!rule) throw new Error(`there is no rule ${id}`);

const project = createProject(usersAndPool);
afterAll(() => {
  project.dispose();
});

/** Code that is reported; `repaired` is what the suggestion makes of it, null where there is none. */
function reported(code: string, repaired: string | null, messageId: string) {
  const suggestions = [{ desc: "Write ../pool/index.js here instead.", output: repaired ?? "" }];
  const error = { messageId, ...(repaired === null ? {} : { suggestions }) };
  return { code, filename: project.path("src/users/a.ts"), errors: [error] };
}

RuleTester.describe = describe;
RuleTester.it = it;
new RuleTester({ languageOptions: { parser: tsParser } }).run(id, rule, {
  valid: [
    {
      name: "what another domain makes public",
      code: 'import { assignSeat } from "../pool/index.js";',
      filename: project.path("src/users/a.ts"),
    },
  ],
  invalid: [
    reported(
      "import { assignSeat } from '../pool/seats.js';",
      "import { assignSeat } from '../pool/index.js';",
      "pastPublicEntry",
    ),
    reported('import { hidden } from "../pool/seats.js";', null, "privateFile"),
    reported('import { assignSeat, hidden } from "../pool/seats.js";', null, "privateFile"),
  ],
});
