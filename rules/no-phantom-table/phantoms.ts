import {
  compileTablePattern,
  type DatabaseFacts,
  type DomainMap,
  type MapPath,
  type TreeFacts,
  type TreeProblem,
} from "@domain-isolation/model";
import { listInWords } from "../list-in-words.js";

/** An entry of `tables` that no table of the domain's migrations fits. */
export interface Phantom {
  readonly pattern: string;
  readonly path: MapPath;
  readonly domain: string;
  /** What there is instead, in words. */
  readonly known: string;
}

/** Where migrations could not be read whole, what is missing may stand in what wasn't read. */
export function phantoms({ trees }: DatabaseFacts, map: DomainMap): readonly Phantom[] {
  return map.domains.flatMap((domain) => {
    const own = trees.filter((tree) => tree.domain === domain);
    if (own.length === 0 || !own.every(isWhole)) return [];
    const names = own.flatMap(({ schema }) => [...schema.tables, ...schema.views]);
    const entries = map.source.domains[domain]?.tables ?? [];
    return entries.flatMap((pattern, index) => {
      const fits = compileTablePattern(pattern);
      const isThere = names.some(({ schema, name }) => fits.matches(`${schema ?? ""}/${name}`));
      if (isThere) return [];
      const path = ["domains", domain, "tables", index];
      return [{ pattern, path, domain, known: knownOf(names.map(({ name }) => name)) }];
    });
  });
}

function isWhole({ opaque, problems }: TreeFacts): boolean {
  return opaque.length === 0 && !problems.some(({ kind }) => isGap.has(kind));
}

const isGap = new Set<TreeProblem["kind"]>(["unreadable file", "missing file", "nothing matched"]);

function knownOf(names: readonly string[]): string {
  return names.length === 0
    ? "they make no table at all"
    : `they make ${listInWords(names.map((name) => `\`${name}\``))}`;
}
