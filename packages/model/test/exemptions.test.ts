import { expect, it } from "vitest";
import { findExemption } from "../src/exemptions.js";

const exemption = {
  rule: "r",
  file: "src/(admin)/**",
  to: "pool",
  reason: "…",
  until: "2027-01-31",
};

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
  const found = findExemption([changed], "r", "src/(admin)/a.ts", "pool", today);
  expect(found).toBe(holds ? changed : null);
});

it("the first one that holds is the one", () => {
  const over = { ...exemption, until: "2026-01-01" };
  const all = [over, exemption, { ...exemption }];
  expect(findExemption(all, "r", "src/(admin)/a.ts", "pool", "2027-01-01")).toBe(exemption);
});
