import { describe, expect, it } from "vitest";
import {
  compileMap,
  defineFileRule,
  defineProjectRule,
  evaluateFile,
  evaluateProject,
  noDataFacts,
  noDatabaseFacts,
  noMigrationFacts,
  type Evaluation,
  type FileView,
  type Judgement,
  type MapSource,
  type ProjectView,
} from "../src/index.js";

const source: MapSource = { domains: { users: { files: ["**"] }, pool: {} } };

const project: ProjectView = {
  files: ["b.ts", "a.ts"],
  view: (file) => ({ file, imports: [], opaque: [], unreadable: [], allowances: [] }),
  bindings: () => [],
  origins: (file) => [file],
  exportedAs: () => null,
  schemas: [],
  data: () => noDataFacts,
  offering: () => null,
  migrations: [],
  migration: () => noMigrationFacts,
  databases: noDatabaseFacts,
};

function judgement(change: Partial<Judgement<"m">> = {}): Judgement<"m"> {
  return {
    messageId: "m",
    file: "a.ts",
    span: { start: 0, end: 1 },
    from: "users",
    to: "pool",
    data: { what: "x", path: ["a", "b"] },
    because: null,
    identity: ["x"],
    tier: "file",
    ...change,
  };
}

function ruleThatSays(say: (file: string) => readonly Judgement<"m">[]) {
  return defineFileRule({
    description: "",
    level: "error",
    recommended: true,
    messages: { m: { text: "{{what}} by {{path}}", help: "not {{what}}" } },
    judge: ({ file }: FileView) => say(file),
  });
}

function evaluation(change: Partial<Evaluation> & Pick<Evaluation, "rules">): Evaluation {
  return { map: compileMap(source, () => "config.ts:7"), today: "2027-01-01", ...change };
}

describe("a finding", () => {
  it("has its message, its help and the line of the map that says so", () => {
    const because = { domain: "users", pattern: "src/**", path: ["domains", "users", "files", 0] };
    const rule = ruleThatSays((file) => (file === "a.ts" ? [judgement({ because })] : []));
    expect(evaluateProject(evaluation({ rules: { r: rule } }), project)).toMatchObject([
      {
        ruleId: "r",
        message: "x by a → b",
        help: "not x",
        why: "src/** → users (config.ts:7)",
        status: "new",
      },
    ]);
  });

  it("stands in the order of files and places, whatever the order of rules and files", () => {
    const first = ruleThatSays((file) => [
      judgement({ file, span: { start: 9, end: 10 } }),
      judgement({ file, span: { start: 1, end: 2 } }),
    ]);
    const whole = defineProjectRule({
      ...first,
      judge: () => [judgement({ file: "a.ts", span: { start: 5, end: 6 } })],
    });
    const found = evaluateProject(evaluation({ rules: { z: first, b: whole } }), project);
    expect(
      found.map(({ file, span, ruleId }) => `${file}:${String(span.start)} ${ruleId}`),
    ).toEqual(["a.ts:1 z", "a.ts:5 b", "a.ts:9 z", "b.ts:1 z", "b.ts:9 z"]);
  });

  it("is permitted by an exemption, and still told of", () => {
    const exemptions = [{ rule: "r", file: "a.ts", reason: "…", until: "2027-01-01" }];
    const map = compileMap({ ...source, exemptions });
    const rule = ruleThatSays((file) => [judgement({ file })]);
    const found = evaluateProject(evaluation({ rules: { r: rule }, map }), project);
    expect(found.map(({ file, status }) => `${file} ${status}`)).toEqual([
      "a.ts exempt",
      "b.ts new",
    ]);
  });
});

describe("the level", () => {
  const rule = ruleThatSays((file) => [judgement({ file })]);

  it.each([
    [{}, {}, "error"],
    [{ "*": "warn" }, {}, "warn"],
    [{ r: "warn" }, { "*": "error" }, "error"], // the command line before the map
    [{ r: "error" }, { "*": "error", r: "warn" }, "warn"],
    [{ r: "error" }, { r: "off" }, undefined],
    [{ "*": "off" }, {}, undefined],
  ] as const)("map %j, command line %j: %s", (rules, levels, expected) => {
    const map = compileMap({ ...source, rules });
    const run = evaluation({ rules: { r: rule }, map, levels });
    expect(evaluateProject(run, project)[0]?.severity).toBe(expected);
    expect(evaluateFile(run, "r", rule, project.view("a.ts"), project)[0]?.severity).toBe(expected);
  });
});

it("the editor and the whole run say the same of a file", () => {
  const rule = ruleThatSays((file) => [
    judgement({ file, span: { start: 4, end: 5 } }),
    judgement({ file, span: { start: 2, end: 3 }, identity: ["y"] }),
  ]);
  const run = evaluation({ rules: { r: rule } });
  const inFile = evaluateFile(run, "r", rule, project.view("a.ts"), project);
  expect(inFile).toEqual(evaluateProject(run, project).filter(({ file }) => file === "a.ts"));
});

it("schemas are judged by the rules that want them", () => {
  const rule = ruleThatSays((file) => [judgement({ file })]);
  const withSchemas = { ...project, schemas: ["schema.prisma"] };
  const filesOf = (schemas: boolean) =>
    evaluateProject(evaluation({ rules: { r: { ...rule, schemas } } }), withSchemas).map(
      ({ file }) => file,
    );
  expect(filesOf(true)).toEqual(["a.ts", "b.ts", "schema.prisma"]);
  expect(filesOf(false)).toEqual(["a.ts", "b.ts"]);
});

it("a message without a value for its placeholder is a mistake of the rule", () => {
  const rule = ruleThatSays(() => [judgement({ data: {} })]);
  expect(() => evaluateProject(evaluation({ rules: { r: rule } }), project)).toThrow(
    'no value for {{what}} in "{{what}} by {{path}}"',
  );
});
