import type { RepositoryFacts } from "../repository-facts.js";
import { countBy } from "./count-by.js";
import { counted, percent } from "./in-words.js";
import { isProductCode } from "./is-product-code.js";

/** Where the imports of a domain lead: how much of a whole it is. */
export function importEvidence(
  domain: string,
  files: readonly string[],
  facts: RepositoryFacts,
  owner: (file: string) => string | null,
): string {
  const targets = files
    .filter(isProductCode)
    .flatMap((file) => facts.imports(file).flatMap(({ target }) => target ?? []));
  const counts = countBy(targets, (target) => owner(target) ?? "");
  const inside = counts.find(([name]) => name === domain)?.[1] ?? 0;
  const neutral = counts.find(([name]) => name === "")?.[1] ?? 0;
  const others = counts.filter(([name]) => name !== domain && name !== "").slice(0, 4);
  const elsewhere = others.map(([name, count]) => `${name} ${String(count)}`).join(", ");
  const owned = targets.length - neutral;
  return [
    `${counted(targets.length, "import")}: ${percent(inside, owned)} of those that lead to a domain stay inside`,
    ...(elsewhere ? [`the others lead to ${elsewhere}`] : []),
  ].join("; ");
}
