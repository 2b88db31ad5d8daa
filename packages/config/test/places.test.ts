import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { loadConfig } from "../src/load-config.js";
import { rules } from "./rules.js";

const path = fileURLToPath(
  new URL("../../../fixtures/config-places/domain-isolation.config.mts", import.meta.url),
);
const config = loadConfig(path, rules);
const lines = readFileSync(path, "utf8").split("\n");

const expected = lines.flatMap((text, index) =>
  [...text.matchAll(/\/\/ at( key)?: ([^/]*(?:\/[^/]+)*?)(?= \/\/|$)/gu)].map(
    ([, key, part = ""]) => ({
      line: index + 1,
      part: part.trim(),
      atKey: key !== undefined,
    }),
  ),
);

it.each(expected)("$part stands on line $line", ({ line, part, atKey }) => {
  const steps = part.split(" ").map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
  expect(config.locate(steps, atKey).line).toBe(line);
});

it.each([
  ["computed entries", ["domains", "pool", "files", 4], "      files: ["],
  ["entries after computed ones", ["domains", "pool", "files", 6], "      files: ["],
  ["what isn't there", ["domains", "nobody", "files"], "  domains: {"],
])("%s are told of by the part around them", (_, steps, text) => {
  const { line } = config.locate(steps);
  expect(lines[line - 1]?.startsWith(text.trimEnd())).toBe(true);
});

it("columns point at the value or the key", () => {
  const at = (steps: readonly (string | number)[], atKey: boolean) => {
    const { line, column } = config.locate(steps, atKey);
    return lines[line - 1]?.slice(column - 1);
  };
  expect(at(["domains", "pool", "files", 0], false)).toMatch(/^`src\/pool\/\*\*`/u);
  expect(at(["domains", "pool"], true)).toMatch(/^"pool"/u);
  expect(at(["rules", "no-domain-cycle"], true)).toMatch(/^"no-domain-cycle"/u);
});

it("the compiled map names the line as a reader writes it", () => {
  const line = lines.findIndex((text) => text.includes("`src/pool/**`")) + 1;
  const owner = config.map.owner("src/pool/a.ts");
  expect(owner?.domain).toBe("pool");
  expect(config.map.place(owner?.path ?? [])).toBe(`domain-isolation.config.mts:${String(line)}`);
});
