import { createLocator, type MapPath, type Span } from "@domain-isolation/model";
import { describeProblem, type ConfigPlace, type ConfigProblem } from "./config-error.js";
import { duplicateKeys, offsetOf, spanAt } from "./read/placed-node.js";
import type { RawConfig } from "./read/read-config.js";

/** Lines and columns of a configuration file. */
export interface ConfigPlaces {
  readonly locate: (path: MapPath, atKey?: boolean) => ConfigPlace;
  /** The stretch of the file at which a value stands. */
  readonly spanOf: (path: MapPath) => Span;
  /** What stands in the way of reading the file, with places. */
  readonly readProblems: readonly ConfigProblem[];
}

export function createPlaces(file: string, { text, places, problems }: RawConfig): ConfigPlaces {
  const locator = createLocator(text);
  const at = (offset: number): ConfigPlace => {
    const { line, column } = locator({ start: offset, end: offset });
    return { file, line, column };
  };
  const repeated = duplicateKeys(places).map(({ key, offset }) => ({
    ...at(offset),
    message: `\`${key}\` stands twice in one object, and only the last one would count; merge the two`,
  }));
  const unreadable = problems.map(({ message, at: place }) => ({
    ...("offset" in place ? at(place.offset) : place),
    message,
  }));
  return {
    spanOf: (path) => spanAt(text, offsetOf(places, path, false)),
    locate: (path, atKey = false) => at(offsetOf(places, path, atKey)),
    readProblems: [...unreadable, ...repeated],
  };
}

/** By file and place, each problem once. */
export function inOrder(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const sorted = problems.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.message, b.message),
  );
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return !before || describeProblem(before) !== describeProblem(problem);
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
