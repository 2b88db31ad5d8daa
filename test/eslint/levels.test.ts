import { afterEach, beforeEach, expect, it } from "vitest";
import { lintText } from "./lint.js";
import { createProject, usersAndPool, type Project } from "./project.js";

const rule = "no-cross-domain-import";
const id = `domain-isolation/${rule}`;
const text = 'import type { hidden } from "../pool/seats.js";\n';
const exemption = { rule, file: "src/users/a.ts", to: "pool", reason: "until the split" };

let project: Project;
beforeEach(() => {
  project = createProject(usersAndPool);
});
afterEach(() => {
  project.dispose();
});

async function severities(map: object, level: "error" | "warn" | "off", name = id) {
  const domains = { users: { files: ["src/users/**"] }, pool: { files: ["src/pool/**"] } };
  project.write({ "domain-isolation.config.json": JSON.stringify({ domains, ...map }) });
  const messages = await lintText(project.root, "src/users/a.ts", text, {
    rules: { [id]: "off", [name]: level },
  });
  return messages.map(({ severity }) => severity);
}

it.each([
  { name: "ESLint's level counts, not the map's", map: { rules: { [rule]: "error" } }, said: [1] },
  { name: "the map's `off` is heard", map: { rules: { [rule]: "off" } }, said: [] },
  { name: "the map's `off` for the rest is heard", map: { rules: { "*": "off" } }, said: [] },
  {
    name: "options are the map's",
    map: { rules: { [rule]: ["error", { typeOnly: "allow" }] } },
    said: [],
  },
  { name: "an exemption permits", map: { exemptions: [exemption] }, said: [] },
  {
    name: "an exemption that has ended permits nothing",
    map: { exemptions: [{ ...exemption, until: "2020-01-01" }] },
    said: [1],
  },
])("$name", async ({ map, said }) => {
  expect(await severities(map, "warn")).toEqual(said);
});

it("runs a rule that is off by default where ESLint asks for it", async () => {
  const map = { domains: { pool: { files: ["src/pool/**"] } } };
  expect(await severities(map, "error", "domain-isolation/no-unassigned-file")).toEqual([2]);
});
