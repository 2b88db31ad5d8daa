import { describe, expect, it } from "vitest";
import rule from "../no-cross-domain-reach/rule.js";
import type { Code } from "./code.js";
import { judge, judged, mapWith } from "./judged.js";

const map = mapWith({ users: { entrypoints: ["src/users-app.ts", "src/users-jobs.ts"] } });
const pool: Code = { "src/pool/index.ts": [], "src/pool/seats.ts": [], "src/pool/mothers.ts": [] };

function chains(code: Code): readonly string[] {
  return judge(rule, map, { ...pool, ...code }).map(({ data }) => [data.chain].flat().join(" "));
}

describe("what an entrypoint reaches", () => {
  it("is told at its own import that begins the shortest chain", () => {
    const code = {
      ...pool,
      "src/users-app.ts": ["import a from ./lib/a.js", "import b from ./users/b.js"],
      "src/lib/a.ts": ["import c from ./c.js"],
      "src/lib/c.ts": ["import seats from ../pool/seats.js"],
      "src/users/b.ts": ["side-effect ../pool/mothers.js"],
    };
    expect(judged(rule, map, code)).toEqual(["src/users-app.ts: reach of pool at ./users/b.js"]);
    expect(chains(code)).toEqual(["src/users-app.ts src/users/b.ts src/pool/mothers.ts"]);
  });

  it.each<[title: string, code: Code, ...chains: string[]]>([
    [
      "of equally short chains, the first in the text",
      {
        "src/users-app.ts": ["import z from ./lib/z.js", "import a from ./lib/a.js"],
        "src/lib/a.ts": ["import s from ../pool/seats.js"],
        "src/lib/z.ts": ["import s from ../pool/seats.js", "import m from ../pool/mothers.js"],
      },
      "src/users-app.ts src/lib/z.ts src/pool/seats.ts",
    ],
    [
      "its own import",
      { "src/users-app.ts": ["require ./pool/seats.js"] },
      "src/users-app.ts src/pool/seats.ts",
    ],
    [
      "nothing behind a legal crossing",
      {
        "src/users-app.ts": ["import p from ./pool/index.js"],
        "src/pool/index.ts": ["export s from ./seats.js"],
      },
    ],
    [
      "each entrypoint for itself",
      {
        "src/users-app.ts": ["import a from ./lib/a.js"],
        "src/users-jobs.ts": ["dynamic-import ./lib/a.js"],
        "src/lib/a.ts": ["worker ../pool/seats.js"],
      },
      "src/users-app.ts src/lib/a.ts src/pool/seats.ts",
      "src/users-jobs.ts src/lib/a.ts src/pool/seats.ts",
    ],
    ["no other file's chains", { "src/users/a.ts": ["import s from ../pool/seats.js"] }],
  ])("%s", (_title, code, ...expected) => {
    expect(chains(code)).toEqual(expected);
  });

  it.each([
    "import type s from",
    "import-type s from",
    "jsdoc",
    "triple-slash",
    "module-augmentation",
    "mock",
  ])("nothing through %s: it is not there at run time", (form) => {
    expect(chains({ "src/users-app.ts": [`${form} ./pool/seats.js`] })).toEqual([]);
  });

  it("goes around a cycle of 600 files", () => {
    const file = (index: number) => `src/lib/f${String(index % 600)}.ts`;
    const cycle = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [
        file(index),
        [`import x from @/${file(index + 1).slice(4)}`],
      ]),
    );
    const closed = { ...cycle, "src/users-app.ts": ["import a from ./lib/f1.js"] };
    expect(chains(closed)).toEqual([]);
    const open = {
      ...closed,
      [file(0)]: ["import s from ../pool/seats.js", "import x from ./f1.js"],
    };
    expect(chains(open)[0]?.split(" ")).toHaveLength(602);
  });
});
