import { describe, expect, it } from "vitest";
import rule from "../shared-stays-neutral/rule.js";
import type { Code } from "./code.js";
import { judged, mapWith } from "./judged.js";

const code: Code = {
  "src/pool/index.ts": [],
  "src/pool/seats.ts": [],
  "src/anywhere.ts": ["export seats from ./pool/seats.js"],
  "src/lib/client.ts": [],
  "src/lib/clock.ts": [],
};
const users = { symbols: { "src/lib/client.ts": ["usersRequest"] } };

describe("what shared code may not import", () => {
  it.each<readonly [title: string, line: string, expected: string | null]>([
    ["shared code", "import now from ./clock.js", null],
    ["a public entry", "import seats from ../pool/index.js", "pool at ../pool/index.js"],
    ["a private file", "dynamic-import ../pool/seats.js", "pool at ../pool/seats.js"],
    ["through a file of nobody", "import seats from ../anywhere.js", "pool at ../anywhere.js"],
    ["an owned export", "import retry, usersRequest from ./client.js", "users at usersRequest"],
    ["to pass on an owned export of shared code", "export usersRequest from ./client.js", null],
    [
      "to pass on a domain's file",
      "export seats from ../pool/seats.js",
      "pool at ../pool/seats.js",
    ],
    ["for a type", "import type seats from ../pool/seats.js", "pool at ../pool/seats.js"],
  ])("%s", (_title, line, expected) => {
    const found = judged(rule, mapWith({ users }), { ...code, "src/lib/a.ts": [line] });
    expect(found).toEqual(expected === null ? [] : [`src/lib/a.ts: domainCode of ${expected}`]);
  });

  it("lets types through where the map says so", () => {
    const map = mapWith({ rules: { rule: ["error", { typeOnly: "allow" }] } });
    const lines = ["import type seats, other from ../pool/seats.js"];
    expect(judged(rule, map, { ...code, "src/lib/a.ts": lines })).toEqual([
      "src/lib/a.ts: domainCode of pool at other",
    ]);
  });

  it("says nothing of domains and of unassigned code", () => {
    const lines = ["import seats from ./pool/seats.js"];
    expect(judged(rule, mapWith({}), { ...code, "src/b.ts": lines })).toEqual([]);
  });
});
