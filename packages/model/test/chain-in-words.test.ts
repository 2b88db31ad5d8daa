import { expect, it } from "vitest";
import { chainInWords } from "../src/chain-in-words.js";

const files = (count: number) => Array.from({ length: count }, (_, index) => String(index));

it.each([
  [1, "0"],
  [3, "0 → 1 → 2"],
  [12, "0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → 10 → 11"],
  [14, "0 → 1 → 2 → 3 → 4 → 5 → … 2 more … → 8 → 9 → 10 → 11 → 12 → 13"],
])("a chain of %i files", (count, words) => {
  expect(chainInWords(files(count))).toBe(words);
});
