import type { RuleOptions } from "@domain-isolation/model";

/** The option `typeOnly` of the rules over single imports. */
export const typeOnlyOption = {
  values: ["check", "allow"],
  description:
    "`allow` lets through what is imported for its type alone, name by name: of `import { type Seat, assign }` it lets `Seat` through.",
} as const;

/** Whether the options let through what is left of an import only for the type checker. */
export function isAllowedType(options: RuleOptions, { typeOnly }: { typeOnly: boolean }): boolean {
  return typeOnly && options.typeOnly === "allow";
}
