import type { FileContext } from "@domain-isolation/model";

/** The option `tests` of the rules over crossings. */
export const testsOption = {
  values: ["check", "allow"],
  description: "`allow` lets through what stands in test files (`tests` of the domain map).",
} as const;

/** Whether the options let through all that stands in this file because it is a test. */
export function isAllowedTest({ file, map, options }: FileContext): boolean {
  return options.tests === "allow" && map.hasRole(file, "test");
}
