import { duplicatesIn } from "../../trees/duplicates.js";
import { groupBy } from "../../trees/group-by.js";
import { byName, type Order } from "../../trees/order.js";
import { problemOf } from "../../trees/problem.js";
import type { TreeProblem } from "../../trees/tree.js";
import type { FoundScripts } from "./find-scripts.js";
import type { Script, ScriptName } from "./script.js";

/** A migration, and the file that takes it back, where it has one of its own. */
export interface ScriptPair {
  readonly id: string;
  readonly version: string;
  readonly up: string;
  readonly down: string | null;
}

export interface PairedScripts {
  readonly pairs: readonly ScriptPair[];
  readonly problems: readonly TreeProblem[];
}

/** Brings the halves of migrations together, in their order. None where they are several trees. */
export function pairScripts(found: FoundScripts, order: Order<ScriptName>): PairedScripts {
  const scripts = found.isAmbiguous ? [] : found.scripts;
  const ofWay = (way: Script["way"]) => scripts.filter((script) => script.way === way);
  const [ups, downs] = [ofWay("up"), ofWay("down")];
  const downOf = groupBy(downs, ({ version }) => version);
  const versions = new Set(ups.map(({ version }) => version));
  const sorted = ups.toSorted((a, b) => order(a, b) || byName(a.id, b.id));
  return {
    pairs: sorted.map(({ id, version, file }) => {
      const down = downOf.get(version)?.[0]?.file ?? null;
      return { id, version, up: file, down };
    }),
    problems: [
      ...duplicatesIn(sorted),
      ...duplicatesIn(downs),
      ...downs.filter(({ version }) => !versions.has(version)).map(withoutUp),
    ],
  };
}

function withoutUp({ file }: Script): TreeProblem {
  const message = `${file} takes back a migration that isn't there; add the file that makes it, or remove this one`;
  return problemOf("missing file", file, message);
}
