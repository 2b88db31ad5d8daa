import {
  mapFromBoundaries,
  type BoundariesElement,
  type BoundariesRules,
  type MapProposal,
} from "@domain-isolation/map-proposal";
import { CannotRun } from "../exit.js";
import { eslintEntries, ruleOptions } from "./eslint-entries.js";
import { isLoose, listOf, looseOf, textsOf } from "./loose-value.js";

/** @throws {CannotRun} where the configuration of ESLint says nothing of elements. */
export function readBoundaries(config: unknown): MapProposal {
  const elements = eslintEntries(config).flatMap(({ settings }) =>
    listOf(looseOf(settings)["boundaries/elements"]),
  );
  if (elements.length === 0) {
    throw new CannotRun(
      "the configuration has no `boundaries/elements` in its settings; name the file that has",
    );
  }
  const options = ruleOptions(config, ["boundaries/element-types", "boundaries/dependencies"]);
  return mapFromBoundaries(elements.flatMap(elementOf), rulesOf(looseOf(options)));
}

function elementOf(value: unknown): readonly BoundariesElement[] {
  const { type, pattern, mode, capture } = looseOf(value);
  if (typeof type !== "string") return [];
  return [
    {
      type,
      patterns: textsOf(pattern),
      mode: mode === "file" || mode === "full" ? mode : "folder",
      captures: textsOf(capture),
    },
  ];
}

function rulesOf(options: Readonly<Partial<Record<string, unknown>>>): BoundariesRules {
  const remarks: string[] = [];
  const typesOf = (value: unknown): readonly string[] =>
    listOf(value).flatMap((each) => {
      if (typeof each === "string") return [each];
      if (isLoose(each)) return isLoose(each.to) ? textsOf(each.to.type) : textsOf(each.type);
      remarks.push(`${JSON.stringify(each)} selects by more than its type, and is not translated`);
      return [];
    });
  const rules = listOf(options.rules)
    .map(looseOf)
    .map(({ from, allow, disallow }) => ({
      from: typesOf(from),
      allow: typesOf(allow),
      disallow: typesOf(disallow),
    }));
  return { isAllowedByDefault: options.default === "allow", rules, remarks };
}
