import { expect, it } from "vitest";
import { compileMap, type ExemptionSource } from "../src/index.js";
import {
  exemptionOfComment,
  exemptionsOfMap,
  type PlacedAllowance,
} from "../src/exemptions/exemption.js";
import { openExemptions } from "../src/exemptions/exemption-use.js";
import { judged } from "../src/judge.js";

const exemption: ExemptionSource = {
  rule: "r",
  file: "src/(admin)/**",
  to: "pool",
  reason: "…",
  until: "2027-01-31",
};

function ofMap(...exemptions: readonly ExemptionSource[]) {
  return exemptionsOfMap(compileMap({ domains: { users: {}, pool: {} }, exemptions }));
}

function found(file: string, start = 0) {
  const because = null;
  const place = { file, span: { start, end: start + 1 }, from: "users", to: "pool" };
  const [one] = judged("r", "error", [
    { ...place, messageId: "m", data: {}, because, identity: [], tier: "file" },
  ]);
  if (!one) throw new Error("nothing was judged");
  return one;
}

it.each([
  ["through its last day", {}, "2027-01-31", true],
  ["not on the day after", {}, "2027-02-01", false],
  ["without an end for ever", { until: undefined }, "2999-12-31", true],
  ["for the domain that it names", { to: "users" }, "2027-01-01", false],
  ["for every domain if it names none", { to: undefined }, "2027-01-01", true],
  ["for its rule only", { rule: "other" }, "2027-01-01", false],
  ["for the files that it matches", { file: "src/admin/**" }, "2027-01-01", false],
])("an exemption holds %s", (_, change, today, holds) => {
  const { until, to, ...rest } = { ...exemption, ...change };
  const changed = { ...rest, ...(until ? { until } : {}), ...(to ? { to } : {}) };
  const open = openExemptions(ofMap(changed), today);
  expect(open.permits(found("src/(admin)/a.ts"))).toBe(holds);
});

it("the first one that holds is the one that is used", () => {
  const over = { ...exemption, until: "2026-01-01" };
  const open = openExemptions(ofMap(over, exemption, exemption), "2027-01-01");
  expect(open.permits(found("src/(admin)/a.ts"))).toBe(true);
  expect(open.uses().map(({ findings }) => findings)).toEqual([0, 1, 0]);
});

it("one that has ended counts what stood under it", () => {
  const open = openExemptions(ofMap(exemption), "2028-01-01");
  expect(open.permits(found("src/(admin)/a.ts"))).toBe(false);
  expect(open.uses()).toMatchObject([{ findings: 1, hasEnded: true }]);
});

const comment: PlacedAllowance = {
  kind: "allowance",
  file: "a.ts",
  rule: "r",
  reason: "…",
  until: null,
  link: null,
  span: { start: 10, end: 11 },
  covers: { start: 5, end: 20 },
};

it.each<[what: string, change: Partial<PlacedAllowance>, file: string, start: number, boolean]>([
  ["what it covers", {}, "a.ts", 20, true],
  ["nothing behind that", {}, "a.ts", 21, false],
  ["nothing in another file", {}, "b.ts", 10, false],
  ["nothing without a reason", { reason: null }, "a.ts", 10, false],
  ["nothing until a day that there is not", { until: "2027-02-31" }, "a.ts", 10, false],
  ["what it covers until its day", { until: "2027-02-28" }, "a.ts", 10, true],
])("a comment permits %s", (_, change, file, start, holds) => {
  const open = openExemptions([exemptionOfComment({ ...comment, ...change })], "2026-11-24");
  expect(open.permits(found(file, start))).toBe(holds);
});
