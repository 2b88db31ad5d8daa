import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { compareFacts } from "./data-facts/compare-facts.js";
import { expectedFacts } from "./data-facts/expected-facts.js";
import { readWithParserServices, readWithTsMorph } from "./data-facts/read-with-types.js";

const folder = resolve(import.meta.dirname, "../fixtures");
const shops = readdirSync(folder).filter((name) => name.endsWith("-shop"));

it.each(shops)("%s has the facts that are written in it, types being asked", (name) => {
  const root = join(folder, name);
  expect(compareFacts(expectedFacts(root, "typed"), readWithTsMorph(root).facts)).toBe("");
});

it("knows which functions give away entities; ESLint's program says what ts-morph says", () => {
  const root = join(folder, "typed-shop");
  const command = readWithTsMorph(root);
  const editor = readWithParserServices(root);
  expect(compareFacts(expectedFacts(root, "leak"), command.leaks)).toBe("");
  expect(editor).toEqual(command);
});
