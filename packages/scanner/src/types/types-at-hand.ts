import { dirname } from "node:path";
import { answers, type Witness } from "@domain-isolation/module-graph/looks";

/** Why the types of a file can't be read: a clause; null where they can. */
export type TypesAtHand = (file: string) => string | null;

const component = /\.(?:vue|svelte|astro)$/u;

/** Types are at hand where a tsconfig covers a file, and the packages are installed. */
export function createTypesAtHand(
  tsconfig: (file: string) => string | null,
  witness: Witness | null,
): TypesAtHand {
  const installed = new Map<string, boolean>();
  const isInstalled = (folder: string): boolean => {
    const before = installed.get(folder);
    if (before !== undefined) return before;
    const parent = dirname(folder);
    const found =
      isFolder(`${folder}/node_modules`, witness) || (parent !== folder && isInstalled(parent));
    installed.set(folder, found);
    return found;
  };
  return (file) => {
    if (component.test(file)) return "types are not read in components";
    const config = tsconfig(file);
    if (config === null) return "there is no tsconfig.json";
    return isInstalled(dirname(config)) ? null : "there is no node_modules";
  };
}

function isFolder(path: string, witness: Witness | null): boolean {
  const kind = answers.kind(path);
  witness?.("kind", path, kind);
  return kind === "folder";
}
