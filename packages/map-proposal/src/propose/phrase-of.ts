import { technicalWords } from "./technical-words.js";

/**
 * What the name of a folder, a file or a table is about, in words of the business: `partnerProfiles`
 * and `partner-profile.service.ts` are both `partner-profile`. Null where nothing but technical words
 * are left.
 */
export function phraseOf(name: string): string | null {
  const words = wordsOf(name);
  while (words.length > 0 && technicalWords.has(words.at(-1) ?? "")) words.pop();
  while (words.length > 0 && technicalWords.has(words[0] ?? "")) words.shift();
  return words.length === 0 ? null : words.join("-");
}

/** `featureToggles`, `FeatureToggle`, `feature_toggle` → `feature`, `toggle`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !/^(?:\d*|[a-z])$/u.test(word))
    .map(singular);
}

const invariable = /(?:ss|us|is|ics|series|news)$/u;

/** Good enough to see that `policies` and `policy` are one thing. */
export function singular(word: string): string {
  if (word.length < 4 || invariable.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|ss|x|z)es$/u.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
