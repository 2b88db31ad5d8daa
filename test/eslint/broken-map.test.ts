import { afterEach, beforeEach, expect, it } from "vitest";
import { lintText } from "./lint.js";
import { createProject, usersAndPool, type Project } from "./project.js";

let project: Project;
beforeEach(() => {
  project = createProject(usersAndPool);
});
afterEach(() => {
  project.dispose();
});

const text = 'import { hidden } from "../pool/seats.js";\nhidden();\n';
const broken = '{\n  "domains": { "users": { "file": [] } },\n  "color": "red"\n}\n';

it("tells everything that is wrong with a map, with its places, once for all rules", async () => {
  project.write({ "domain-isolation.config.json": broken });
  const messages = await lintText(project.root, "src/users/a.ts", text);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({ line: 1, column: 1 });
  expect(messages[0]?.message).toContain("domain-isolation.config.json:2:");
  expect(messages[0]?.message).toContain("domain-isolation.config.json:3:");
});

it("tells it in every file that an editor shows", async () => {
  project.write({ "domain-isolation.config.json": broken });
  for (const file of ["src/users/a.ts", "src/users/b.ts", "src/users/a.ts"]) {
    expect(await lintText(project.root, file, text)).toHaveLength(1);
  }
});

it("shows in the map itself where it is wrong", async () => {
  project.remove("domain-isolation.config.json");
  const map = 'export default {\n  domains: {},\n  color: "red",\n};\n';
  project.write({ "domain-isolation.config.ts": map });
  const messages = await lintText(project.root, "domain-isolation.config.ts", map);
  expect(messages.map(({ line, column }) => [line, column])).toContainEqual([3, 3]);
});

it("says that there is no map", async () => {
  project.remove("domain-isolation.config.json");
  const messages = await lintText(project.root, "src/users/a.ts", text);
  expect(messages.map(({ message }) => message)).toEqual([
    "This file is not checked: there is no domain-isolation.config.ts (or .mts, .js, .mjs, .json) " +
      'in its folder or above. Write one, or name it in settings["domain-isolation"].config.',
  ]);
});

it("takes the map that the settings name, and says when it is not there", async () => {
  const sharp = { users: { files: ["users/**"] }, pool: { files: ["pool/**"] } };
  project.write({ "src/map.json": JSON.stringify({ domains: sharp }) });
  const lint = (config: string) =>
    lintText(project.root, "src/users/a.ts", text, {
      settings: { "domain-isolation": { config } },
    });
  const [found] = await lint("src/map.json");
  expect(found?.message).toContain("pool/** → pool (map.json:1)");
  const [missing] = await lint("maps/none.json");
  expect(missing?.message).toContain("maps/none.json:1:1 the configuration can't be read");
});

it("says that two maps stand in one folder", async () => {
  project.write({ "domain-isolation.config.mjs": "export default { domains: {} };\n" });
  const [message] = await lintText(project.root, "src/users/a.ts", text);
  expect(message?.message).toContain("stand in one folder");
});
