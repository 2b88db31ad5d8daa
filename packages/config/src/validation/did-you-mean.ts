import { nearestWord } from "./nearest-word.js";

/** "did you mean `pool`?" for a slip of the finger; else what there is to choose from. */
export function didYouMean(word: string, known: readonly string[], ofWhat: string): string {
  const nearest = nearestWord(word, known);
  if (nearest !== null) return `did you mean \`${nearest}\`?`;
  const all = known.map((candidate) => `\`${candidate}\``).join(", ");
  return known.length === 0 ? `there are no ${ofWhat}` : `the ${ofWhat} are ${all}`;
}
