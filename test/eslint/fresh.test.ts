import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lintText } from "./lint.js";
import { createProject, usersAndPool, type Project } from "./project.js";

interface Change {
  readonly name: string;
  readonly text: string;
  /** What changes on the disk; the linted text stays as it is. */
  readonly change: (project: Project) => void;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const crossing = ["domain-isolation/no-cross-domain-import"];
const none: readonly string[] = [];
const importOf = (specifier: string) => `import { hidden } from "${specifier}";\nhidden();\n`;
const passesHiddenOn = 'export { hidden } from "../pool/seats.js";\n';

/** As long as a person takes to change another file and to come back. */
const pause = () => sleep(300);

let project: Project;
beforeEach(() => {
  project = createProject({
    ...usersAndPool,
    "src/shared/hidden.ts": "export const hidden = 1;\n",
  });
});
afterEach(() => {
  project.dispose();
});

it.each<Change>([
  {
    name: "a file that passes on what pool owns",
    text: importOf("../shared/hidden.js"),
    change: ({ write }) => {
      write({ "src/shared/hidden.ts": passesHiddenOn });
    },
    before: none,
    after: crossing,
  },
  {
    name: "a target that is written now",
    text: importOf("../pool/later.js"),
    change: ({ write }) => {
      write({ "src/pool/later.ts": "export const hidden = 1;\n" });
    },
    before: none,
    after: crossing,
  },
  {
    name: "a target that is renamed",
    text: importOf("../pool/seats.js"),
    change: ({ remove }) => {
      remove("src/pool/seats.ts");
    },
    before: crossing,
    after: none,
  },
  {
    name: "a tsconfig that gives an alias another meaning",
    text: importOf("@hidden"),
    change: ({ write }) => {
      write({ "tsconfig.json": tsconfig("./src/pool/seats.ts") });
    },
    before: none,
    after: crossing,
  },
  {
    name: "a map that opens a file",
    text: importOf("../pool/seats.js"),
    change: ({ write }) => {
      write({ "domain-isolation.config.json": map({ public: ["src/pool/{index,seats}.ts"] }) });
    },
    before: crossing,
    after: none,
  },
  {
    name: "a map that switches the rule off",
    text: importOf("../pool/seats.js"),
    change: ({ write }) => {
      write({ "domain-isolation.config.json": map({}, { rules: { "*": "off" } }) });
    },
    before: crossing,
    after: none,
  },
  {
    name: "a map that comes to stand nearer",
    text: importOf("../pool/seats.js"),
    change: ({ write }) => {
      const domains = { all: { files: ["**"] } };
      write({ "src/domain-isolation.config.json": JSON.stringify({ domains }) });
    },
    before: crossing,
    after: none,
  },
])("notices $name", async ({ text, change, before, after }) => {
  project.write({ "tsconfig.json": tsconfig("./src/shared/hidden.ts") });
  expect(await rulesOf(text)).toEqual(before);
  change(project);
  await pause();
  expect(await rulesOf(text)).toEqual(after);
});

it("notices what a map imports", async () => {
  const mapText = [
    'import { opened } from "./opened";',
    'export default { domains: { users: { files: ["src/users/**"] },',
    '  pool: { files: ["src/pool/**"], public: opened } } };',
  ].join("\n");
  project.remove("domain-isolation.config.json");
  project.write({ "domain-isolation.config.ts": mapText, "opened.ts": opened("index") });
  expect(await rulesOf(importOf("../pool/seats.js"))).toEqual(crossing);
  project.write({ "opened.ts": opened("seats") });
  await pause();
  expect(await rulesOf(importOf("../pool/seats.js"))).toEqual(none);
});

async function rulesOf(text: string): Promise<readonly (string | null)[]> {
  const messages = await lintText(project.root, "src/users/a.ts", text);
  return messages.map(({ ruleId }) => ruleId);
}

function tsconfig(hidden: string): string {
  return JSON.stringify({ compilerOptions: { paths: { "@hidden": [hidden] } } });
}

function map(pool: object, more: object = {}): string {
  const domains = {
    users: { files: ["src/users/**"], public: ["src/users/index.ts"] },
    pool: { files: ["src/pool/**"], public: ["src/pool/index.ts"], ...pool },
  };
  return JSON.stringify({ domains, shared: { files: ["src/shared/**"] }, ...more });
}

function opened(name: string): string {
  return `export const opened = ["src/pool/${name}.ts"];\n`;
}
