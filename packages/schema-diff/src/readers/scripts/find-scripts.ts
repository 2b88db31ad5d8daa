import { groupBy } from "../../trees/group-by.js";
import { problemOf } from "../../trees/problem.js";
import type { TreeProblem } from "../../trees/tree.js";
import type { TreeFiles } from "../reader.js";
import type { Naming, Script } from "./script.js";

export interface FoundScripts {
  /** The folder that holds them: the one that was named, or the only one below it. */
  readonly base: string;
  readonly scripts: readonly Script[];
  /** Whether they lie in several folders, and so are several trees. Which one is meant is not known. */
  readonly isAmbiguous: boolean;
  /** SQL that lies among them, and that their tool passes over. */
  readonly passedOver: readonly string[];
  readonly problems: readonly TreeProblem[];
}

/** The files that a tool takes for its own, by their names. */
export function findScripts({ folder, files }: TreeFiles, naming: Naming): FoundScripts {
  const placed = files.flatMap((file) => place(file, folder, naming) ?? []);
  const bases = groupBy(placed, ({ base }) => base);
  const holding = [...bases].filter(([, found]) => found.some(({ script }) => script));
  const own = holding.find(([base]) => base === folder) ?? holding[0];
  if (!own) return { base: folder, scripts: [], isAmbiguous: false, passedOver: [], problems: [] };
  const [base, found] = own;
  if (base !== folder && holding.length > 1) return severalTrees(folder, holding);
  return {
    base,
    scripts: found.flatMap(({ script }) => script ?? []),
    isAmbiguous: false,
    passedOver: found.flatMap(({ file, script }) =>
      script === null && file.endsWith(".sql") ? [file] : [],
    ),
    problems: [],
  };
}

function severalTrees(
  folder: string,
  holding: readonly (readonly [string, readonly Placed[]])[],
): FoundScripts {
  const scripts = holding.flatMap(([, found]) => found).flatMap(({ script }) => script ?? []);
  const problems = [
    severalBases(
      folder,
      holding.map(([base]) => base),
    ),
  ];
  return { base: folder, scripts, isAmbiguous: true, passedOver: [], problems };
}

interface Placed {
  readonly file: string;
  readonly base: string;
  readonly script: Script | null;
}

/** Null where the file lies too high for a migration. */
function place(file: string, folder: string, naming: Naming): Placed | null {
  const below = folder === "" ? file : file.slice(folder.length + 1);
  const parts = below.split("/");
  const above = naming.depth === "any" ? 0 : parts.length - 1 - naming.depth;
  if (above < 0) return null;
  const base = [...(folder === "" ? [] : [folder]), ...parts.slice(0, above)].join("/");
  const name = naming.scriptOf(parts.slice(above).join("/"));
  return { file, base, script: name && { ...name, file } };
}

function severalBases(folder: string, bases: readonly string[]): TreeProblem {
  const shown = bases.slice(0, 3).join(", ") + (bases.length > 3 ? " …" : "");
  const message = `${folder || "."} holds migrations in several folders (${shown}), which are trees of their own; name one of them`;
  return problemOf("nothing matched", folder, message);
}
