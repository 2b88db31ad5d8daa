import type { MapSource } from "@domain-isolation/model";
import { describe, expect, it } from "vitest";
import rule from "../no-cross-domain-import/rule.js";
import type { Code } from "./code.js";
import { judge, judged, mapWith, usersAndPool } from "./judged.js";

const pool: Code = {
  "src/pool/index.ts": ["export Seat, openSeats as openPool from ./seats.js"],
  "src/pool/seats.ts": [],
  "src/pool/mothers.ts": [],
};
const inUsers = (...lines: string[]): Code => ({ ...pool, "src/users/a.ts": lines });

type Case = [title: string, code: Code, ...expected: string[]];

const allowTypes = mapWith({ rules: { rule: ["error", { typeOnly: "allow" }] } });
const allowTests = mapWith({ rules: { rule: ["error", { tests: "allow" }] } });

describe("what a domain may import", () => {
  it.each<Case>([
    ["its own", { "src/users/a.ts": ["import b from ./b.js"], "src/users/b.ts": [] }],
    ["the public entry of another", inUsers("import Seat from ../pool/index.js")],
    ["a package", inUsers("import Router from express")],
    ["shared code", { ...inUsers("import now from ../lib/clock.js"), "src/lib/clock.ts": [] }],
    [
      "shared code that passes on a public entry",
      {
        ...inUsers("import Seat from ../lib/all.js"),
        "src/lib/all.ts": ["export Seat from ../pool/index.js"],
      },
    ],
    ["anything from unassigned code", { ...pool, "src/x.ts": ["import m from ./pool/mothers.js"] }],
    [
      "its own file, whatever that passes on",
      { ...inUsers("import m from ./b.js"), "src/users/b.ts": [] },
    ],
  ])("%s", (_title, code, ...expected) => {
    expect(judged(rule, usersAndPool, code)).toEqual(expected);
  });
});

const privateSeats = "src/users/a.ts: privateFile of pool at ../pool/mothers.js";

describe("what it may not import", () => {
  it.each<Case>([
    ["a private file", inUsers("import m from ../pool/mothers.js"), privateSeats],
    ["for its effects", inUsers("side-effect ../pool/mothers.js"), privateSeats],
    ["a mock of it", inUsers("mock ../pool/mothers.js"), privateSeats],
    ["its types, by default", inUsers("import type m from ../pool/mothers.js"), privateSeats],
    [
      "what its public entry has",
      inUsers("import Seat from ../pool/seats.js"),
      "src/users/a.ts: pastPublicEntry of pool at ../pool/seats.js",
    ],
    [
      "a private file through two shared ones, one of which is nobody's",
      {
        ...inUsers("import m from ../lib/all.js"),
        "src/lib/all.ts": ["export mother as m from ../anywhere.js"],
        "src/anywhere.ts": ["export mother from ./pool/mothers.js"],
      },
      "src/users/a.ts: throughNeutral of pool at ../lib/all.js",
    ],
    [
      "one of two names of a shared file: the name is underlined",
      {
        ...inUsers("import now, type m as mother from ../lib/all.js"),
        "src/lib/all.ts": ["export m from ../pool/mothers.js"],
      },
      "src/users/a.ts: throughNeutral of pool at type m as mother",
    ],
    [
      "two domains with one import: a finding each",
      {
        "src/mail/send.ts": ["import a, b from ../lib/all.js"],
        "src/lib/all.ts": ["export a from ../users/a.js", "export b from ../pool/b.js"],
        "src/users/a.ts": [],
        "src/pool/b.ts": [],
      },
      "src/mail/send.ts: throughNeutral of pool at b",
      "src/mail/send.ts: throughNeutral of users at a",
    ],
  ])("%s", (_title, code, ...expected) => {
    const mail = { files: ["src/mail/**"] };
    const map: MapSource = { ...usersAndPool, domains: { ...usersAndPool.domains, mail } };
    expect(judged(rule, map, code).toSorted()).toEqual(expected);
  });
});

describe("options", () => {
  it.each<readonly [string, MapSource, string, readonly string[]]>([
    ["a type", allowTypes, "import type m from ../pool/mothers.js", []],
    [
      "a value beside a type: the value is underlined",
      allowTypes,
      "import type m, n from ../pool/mothers.js",
      ["src/users/a.test.ts: privateFile of pool at n"],
    ],
    ["in a test", allowTests, "import m from ../pool/mothers.js", []],
    ["a mock in a test", allowTests, "mock ../pool/mothers.js", []],
  ])("%s", (_title, map, line, expected) => {
    expect(judged(rule, map, { ...pool, "src/users/a.test.ts": [line] })).toEqual(expected);
  });
});

describe("mayUse and public", () => {
  const entry = inUsers("import Seat from ../pool/index.js");
  const deep = inUsers("import m from ../pool/mothers.js");
  it.each<readonly [string, MapSource, Code, string | null]>([
    ["named, at the public entry", mapWith({ users: { mayUse: ["pool"] } }), entry, null],
    ["named, past the public entry", mapWith({ users: { mayUse: ["pool"] } }), deep, "privateFile"],
    ["not named, at the public entry", mapWith({ users: { mayUse: [] } }), entry, "undeclared"],
    ["no public entry", mapWith({ pool: { public: [] } }), deep, "noPublicEntry"],
    [
      "no public entry, but named",
      mapWith({ users: { mayUse: ["pool"] }, pool: { public: [] } }),
      deep,
      null,
    ],
    ["a public pattern", mapWith({ pool: { public: ["src/pool/m*.ts"] } }), deep, null],
  ])("%s", (_title, map, code, expected) => {
    const found = judge(rule, map, code).map(({ messageId }) => messageId);
    expect(found).toEqual(expected === null ? [] : [expected]);
  });
});

describe("exports with an owner of their own", () => {
  const map = mapWith({
    users: { symbols: { "src/lib/client.ts": ["usersRequest"], "src/pool/index.ts": ["invite"] } },
  });
  const client: Code = { "src/lib/client.ts": [], "src/pool/index.ts": [] };
  it.each<Case>([
    [
      "its owner takes it",
      { ...client, "src/users/a.ts": ["import usersRequest from @/lib/client"] },
    ],
    [
      "another takes it beside a neutral one",
      { ...client, "src/pool/a.ts": ["import retry, usersRequest from @/lib/client"] },
      "src/pool/a.ts: ownedSymbol of users at usersRequest",
    ],
    [
      "another takes it through a barrel",
      {
        ...client,
        "src/lib/all.ts": ["export usersRequest as request from ./client"],
        "src/pool/a.ts": ["import request from @/lib/all"],
      },
      "src/pool/a.ts: ownedSymbol of users at @/lib/all",
    ],
    [
      "the owner of a file takes from it what is another's",
      { ...client, "src/pool/a.ts": ["import seats, invite from ./index"] },
      "src/pool/a.ts: ownedSymbol of users at invite",
    ],
  ])("%s", (_title, code, ...expected) => {
    expect(judged(rule, map, code)).toEqual(expected);
  });
});

describe("the repair of a specifier", () => {
  const entry = (file: string): MapSource => mapWith({ pool: { public: [file] } });
  it.each<readonly [line: string, entry: string, repaired: string | null]>([
    ['import Seat from "../pool/seats.js"', "src/pool/index.ts", '"../pool/index.js"'],
    ['import Seat from "../pool/seats.ts"', "src/pool/index.ts", '"../pool/index.ts"'],
    ['import Seat from "../pool/seats"', "src/pool/index.ts", '"../pool/index"'],
    ['import Seat from "../pool/seats"', "src/pool/index.tsx", '"../pool/index"'],
    ['import Seat from "../pool/seats.js"', "src/pool/index.mts", '"../pool/index.mjs"'],
    ['export Seat from "../pool/seats.js"', "src/pool/index.ts", '"../pool/index.js"'],
    // Nothing is certain where…
    ['import Seat from "../pool/seats"', "src/pool/index.mts", null], // … the ending can't be left out,
    ['import Seat from "../pool/seats.ts"', "src/pool/index.tsx", null], // … it is another one,
    ['import Seat from "@/pool/seats.ts"', "src/pool/index.ts", null], // … an alias is written,
    ['import openSeats from "../pool/seats"', "src/pool/index.ts", null], // … it has another name there,
    ['import Seat, other from "../pool/seats"', "src/pool/index.ts", null], // … not all is there,
    ['import * as all from "../pool/seats"', "src/pool/index.ts", null], // … all is asked for,
    ['require Seat from "../pool/seats"', "src/pool/index.ts", null], // … more may be taken later,
    ['import Seat from "../pool/seats"', "src/pool/index.vue", null],
  ])("%s at %s", (line, publicFile, repaired) => {
    const barrel = pool["src/pool/index.ts"] ?? [];
    const code = { "src/pool/seats.ts": [], [publicFile]: barrel, "src/users/a.ts": [line] };
    const [finding] = judge(rule, entry(publicFile), code);
    const { fix = null } = finding ?? {};
    const fixed = fix && line.slice(0, fix.span.start) + fix.text + line.slice(fix.span.end);
    expect(fixed?.slice(fixed.indexOf('"')) ?? null).toBe(repaired);
  });

  it("leads around folders, spaces and brackets", () => {
    const map = entry("src/pool/(public) seats/[id].ts");
    const [finding] = judge(rule, map, {
      "src/pool/(public) seats/[id].ts": ["export Seat from ../seats.js"],
      "src/pool/seats.ts": [],
      "src/users/deep/a.ts": ['import Seat from "../../pool/seats.js"'],
    });
    expect(finding?.fix?.text).toBe("../../pool/(public) seats/[id].js");
  });
});

describe("the identity of a finding", () => {
  const printOf = (map: MapSource, code: Code) =>
    judge(rule, map, code).map(({ fingerprint }) => fingerprint);
  const before = printOf(usersAndPool, inUsers("import Seat from ../pool/seats.js"));

  it("stays when lines move, names change and the other domain opens up", () => {
    const moved = inUsers("import now from ./now.js", "import x from ../pool/seats.js");
    expect(printOf(usersAndPool, moved)).toEqual(before);
    expect(
      printOf(mapWith({ pool: { public: [] } }), inUsers("import Seat from ../pool/seats.js")),
    ).toEqual(before);
  });

  it("is another for another file, and for the same file once more", () => {
    const twice = inUsers("import Seat from ../pool/seats.js", "mock ../pool/seats.js");
    expect(new Set(printOf(usersAndPool, twice)).size).toBe(2);
    expect(printOf(usersAndPool, inUsers("mock ../pool/mothers.js"))).not.toEqual(before);
  });
});
