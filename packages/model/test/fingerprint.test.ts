import { describe, expect, it } from "vitest";
import { fingerprints } from "../src/fingerprint.js";
import type { Judgement } from "../src/rule.js";

const judgement: Judgement = {
  messageId: "m",
  file: "a.ts",
  span: { start: 0, end: 1 },
  from: "users",
  to: "pool",
  data: {},
  because: null,
  identity: ["src/pool/seats.ts"],
  tier: "file",
};

describe("a fingerprint", () => {
  it.each([
    ["stays when the lines move", { span: { start: 70, end: 71 } }, true],
    ["stays when the words change", { data: { what: "else" }, messageId: "n" }, true],
    [
      "stays when another line of the map decides",
      { because: { domain: "pool", pattern: "x", path: [] } },
      true,
    ],
    ["stays when it is known more precisely", { tier: "typed" }, true],
    ["changes with the file", { file: "b.ts" }, false],
    ["changes with the domain that is reached", { to: "billing" }, false],
    ["changes with what is reached", { identity: ["src/pool/teams.ts"] }, false],
  ] as const)("%s", (_, change, same) => {
    const [before] = fingerprints("r", [judgement]);
    const [after] = fingerprints("r", [{ ...judgement, ...change }]);
    expect(before === after).toBe(same);
  });

  it("is that of its rule", () => {
    expect(fingerprints("r", [judgement])).not.toEqual(fingerprints("s", [judgement]));
  });

  it("tells two of a kind apart, and the first stays when a second one comes", () => {
    const [one] = fingerprints("r", [judgement]);
    const [first, second] = fingerprints("r", [judgement, judgement]);
    expect(first).toBe(one);
    expect(second).not.toBe(one);
  });

  it("never changes between versions, because a baseline holds it", () => {
    expect(fingerprints("r", [judgement])).toEqual(["67ede4c65c6a47e0"]);
  });
});
