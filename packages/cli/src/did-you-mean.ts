import { nearestWord } from "@domain-isolation/config/nearest-word";

/** `; did you mean "x"?` for the candidate that is a slip of the finger away from `word`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const nearest = nearestWord(word, candidates);
  return nearest === null ? "" : `; did you mean "${nearest}"?`;
}
