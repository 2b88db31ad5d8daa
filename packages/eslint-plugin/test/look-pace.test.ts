import { expect, it } from "vitest";
import { createLookPace } from "../src/look-pace.js";

/** When, of lints at these times, the disk is looked at. */
function looks(...times: readonly number[]): readonly number[] {
  let time = 0;
  const pace = createLookPace(() => time);
  return times.filter((at) => {
    time = at;
    return pace.isDue();
  });
}

it("looks at the first lint", () => {
  expect(looks(5)).toEqual([5]);
});

it("looks after a pause, be it shorter than a second", () => {
  expect(looks(0, 100, 200, 500, 600)).toEqual([0, 500]);
});

it("looks once a second while lint follows lint", () => {
  const run = Array.from({ length: 3000 }, (_, index) => index);
  expect(looks(...run)).toEqual([0, 1000, 2000]);
});
