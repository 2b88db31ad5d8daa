import { describe, expect, it } from "vitest";
import { colorsFor } from "../src/colors.js";

describe("colours", () => {
  it.each([
    ["a terminal", true, {}, true, true],
    ["a pipe", false, {}, true, false],
    ["--no-color", true, { FORCE_COLOR: "1" }, false, false],
    ["NO_COLOR", true, { NO_COLOR: "1" }, true, false],
    ["an empty NO_COLOR, which says nothing", true, { NO_COLOR: "" }, true, true],
    ["FORCE_COLOR in a pipe", false, { FORCE_COLOR: "1" }, true, true],
    ["FORCE_COLOR=0", true, { FORCE_COLOR: "0" }, true, false],
    ["NO_COLOR against FORCE_COLOR", true, { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
    ["a dumb terminal", true, { TERM: "dumb" }, true, false],
  ])("%s", (_, isTerminal, env, allowed, expected) => {
    expect(colorsFor({ env }, { isTerminal }, allowed).isColorSupported).toBe(expected);
  });
});
