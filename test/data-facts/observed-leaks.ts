import { createLocator, type DataFacts } from "@domain-isolation/model";
import type { PlacedFact } from "./expected-facts.js";

/** Which functions of one file give away entities, as the comments of fixtures write it. */
export function observedLeaks(
  file: string,
  text: string,
  { leaks }: DataFacts,
): readonly PlacedFact[] {
  const locate = createLocator(text);
  return leaks.map(({ span, name, table, entity }) => {
    return { file, line: locate(span).line, text: [name, table, entity].join(" ") };
  });
}
