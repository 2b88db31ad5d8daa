import { countBy } from "./count-by.js";
import { nameParts } from "./name-parts.js";
import { singular } from "./phrase-of.js";
import { headOf, type Topics } from "./topics.js";

/**
 * What a domain is called: its topic as most folders write it, `partners` for `partner`. Where no folder
 * is called by the topic alone, as most of them are called: `change-requests` for `change`.
 */
export function displayName(topic: string, files: readonly string[], topics: Topics): string {
  const folders = new Set(
    files.flatMap((file) =>
      nameParts(file)
        .filter(({ phrase, isFile }) => !isFile && headOf(phrase, topics) === topic)
        .map(({ path }) => path),
    ),
  );
  const spellings = [...folders].map((path) => kebab(path.slice(path.lastIndexOf("/") + 1)));
  const plain = spellings.filter((spelling) => inSingular(spelling) === topic);
  if (plain.length > 0) return usable(countBy(plain, (name) => name)[0]?.[0] ?? topic, topic);
  const [best] = countBy(spellings, (name) => name);
  const isCommon = best !== undefined && best[1] >= 2 && best[1] * 2 >= spellings.length;
  return isCommon ? usable(best[0], topic) : topic;
}

/** `shared` is what belongs to nobody. */
function usable(name: string, topic: string): string {
  return name === "shared" ? topic : name;
}

function kebab(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1-$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
}

function inSingular(spelling: string): string {
  return spelling.split("-").map(singular).join("-");
}
