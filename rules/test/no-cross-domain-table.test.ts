import {
  compileMap,
  evaluateProject,
  noDataFacts,
  type MapSource,
  type TableAccess,
} from "@domain-isolation/model";
import { describe, expect, it } from "vitest";
import rule from "../no-cross-domain-table/rule.js";
import { projectOf, type Code } from "./code.js";
import { dataMap, judge, judged } from "./judged.js";

const file = "src/pool/a.ts";
const saysOf = (map: MapSource, code: Code) => judge(rule, map, code).map(({ message }) => message);

describe("what pool code may touch", () => {
  it.each([
    ["its own", "sends read seats, write:join teams"],
    ["a table of every database", "sends read currencies"],
    ["the books of a tool", "sends read _prisma_migrations, read information_schema.tables"],
    ["a table of nobody", "sends write invoices"],
    ["its own of a name that users has too", "sends write settings"],
    ["a statement without tables", "sends  opaque its text is not written here"],
  ])("%s", (_title, line) => {
    expect(judged(rule, dataMap(), { [file]: [line] })).toEqual([]);
  });

  it("nothing is said of code that is nobody's or shared, and of what is declared", () => {
    const line = "sends read redeem_codes";
    const code = { "src/a.ts": [line], "src/lib/a.ts": [line], [file]: ["entity C/redeem_codes"] };
    expect(judged(rule, dataMap(), code)).toEqual([]);
  });
});

describe("in the words of the code", () => {
  const owned = ", which users owns";
  it.each([
    ["read redeem_codes", `pool code reads \`redeem_codes\`${owned}`],
    ["write admin_logs", `pool code writes \`admin_logs\`${owned}`],
    ["lock public.redeem_codes", `pool code locks \`public.redeem_codes\`${owned}`],
    ["read:join redeem_codes", `pool code joins \`redeem_codes\`${owned}`],
    ["read:sql redeem_codes", `pool code reads \`redeem_codes\`${owned}`],
    [
      "read:relation RedeemCode/redeem_codes",
      `pool code follows a relation to \`RedeemCode\` (table \`redeem_codes\`)${owned}`,
    ],
    [
      "write:relation RedeemCode/redeem_codes",
      `pool code writes, through a relation, \`RedeemCode\` (table \`redeem_codes\`)${owned}`,
    ],
    ["read redeem_codes/redeem_codes", `pool code reads \`redeem_codes\`${owned}`],
  ])("%s", (use, message) => {
    expect(saysOf(dataMap(), { [file]: [`sends ${use}`] })).toEqual([message]);
  });
});

it("tells every table where it stands, and the line of the map that says so", () => {
  const code = { [file]: ["sends read seats, read:join redeem_codes, write admin_logs"] };
  expect(judged(rule, dataMap(), code)).toEqual([
    `${file}: notOffered of users at redeem_codes`,
    `${file}: notOffered of users at admin_logs`,
  ]);
  expect(judge(rule, dataMap(), code).map(({ why }) => why)).toEqual([
    "tables.redeem_codes → users",
    "tables.admin_* → users",
  ]);
});

it("an entity is known by its name, where nobody names its table", () => {
  const map = dataMap({ users: { entities: ["Invite"] } });
  const [found] = judge(rule, map, { [file]: ["sends read Invite/invites"] });
  expect(found).toMatchObject({ to: "users", why: "entities.Invite → users" });
});

it("tells a table once at each place, for the strongest that is done with it", () => {
  const span = { start: 0, end: 12 };
  const use = {
    ...{ name: "redeem_codes", schema: null, entity: null },
    via: "join",
    span,
  } as const;
  const [statement] = projectOf({ [file]: ["sends read seats"] }).data(file).statements;
  const sends = (access: TableAccess) =>
    statement ? [{ ...statement, tables: [{ ...use, access }] }] : [];
  const statements = [...sends("read"), ...sends("write"), ...sends("lock")];
  const project = projectOf({ [file]: [] });
  const data = () => ({ ...noDataFacts, statements });
  const evaluation = { map: compileMap(dataMap()), rules: { rule }, today: "2026-11-01" };
  const found = evaluateProject(evaluation, { ...project, data });
  expect(found.map(({ message }) => message)).toEqual([
    "pool code writes `redeem_codes`, which users owns",
  ]);
});

describe("what mayTouch permits", () => {
  const line = "sends read redeem_codes, write admin_logs, lock admin_codes";
  it.each([
    [{}, ["redeem_codes", "admin_logs", "admin_codes"]],
    [{ reads: ["users"] }, ["admin_logs", "admin_codes"]],
    [{ writes: ["users"] }, []],
    [{ joins: ["users"], relations: ["users"] }, ["redeem_codes", "admin_logs", "admin_codes"]],
  ])("%j", (mayTouch, told) => {
    const found = judged(rule, dataMap({ pool: { mayTouch } }), { [file]: [line] });
    expect(found).toEqual(told.map((table) => `${file}: notOffered of users at ${table}`));
  });
});

describe("the way to what is in the table", () => {
  const repository = { "src/users/db/codes.ts": ["sends read redeem_codes"] };
  const entry = (line: string): Code => ({ "src/users/index.ts": [line] });
  const helps: readonly (readonly [string, MapSource, Code, string])[] = [
    [
      "the public entry passes on a repository",
      dataMap(),
      { ...repository, ...entry("export findCode from ./db/codes.js") },
      "ask users for it: its public entry, src/users/index.ts, works with `redeem_codes` already",
    ],
    [
      "only a repository has it",
      dataMap(),
      { ...repository, ...entry("export other from ./other.js") },
      "ask users for it: src/users/db/codes.ts works with `redeem_codes` already; have users export what is needed from its public entry, src/users/index.ts",
    ],
    [
      "nobody has it",
      dataMap(),
      {},
      "ask users for it: have users export what is needed from its public entry, src/users/index.ts",
    ],
    [
      "there is no public entry",
      dataMap({ users: { public: [] } }),
      repository,
      "ask users for it: users has no public entry yet; have it name one in `public`",
    ],
    [
      "pool may not use users",
      dataMap({ pool: { mayUse: [] } }),
      repository,
      "do without it: pool may not use users, for `mayUse` of pool names no domain",
    ],
  ];
  it.each(helps)("%s", (_title, map, code, help) => {
    const found = judge(rule, map, { ...code, [file]: ["sends read redeem_codes"] });
    expect(found.map((finding) => finding.help)).toEqual([help]);
  });
});

it("lets tests be where the map says so", () => {
  const code = { "src/pool/a.test.ts": ["sends write redeem_codes"] };
  expect(judged(rule, dataMap(), code)).toHaveLength(1);
  const map = dataMap({ rules: { rule: ["error", { tests: "allow" }] } });
  expect(judged(rule, map, code)).toEqual([]);
});

it("stays the same finding where lines and the way to the table change, not where a read becomes a write", () => {
  const print = (line: string, code: Code = {}) =>
    judge(rule, dataMap(), { ...code, [file]: ["import a from b", line] })[0]?.fingerprint;
  const before = print("sends read redeem_codes");
  expect(print("sends read seats, read:join redeem_codes")).toBe(before);
  expect(print("sends read redeem_codes", { "src/users/index.ts": [] })).toBe(before);
  expect(print("sends write redeem_codes")).not.toBe(before);
});
