import { statSync } from "node:fs";
import { dirname } from "node:path";

/** Why the types of a file can't be read: a clause; null where they can. */
export type TypesAtHand = (file: string) => string | null;

const component = /\.(?:vue|svelte|astro)$/u;

/** Types are at hand where a tsconfig covers a file, and the packages are installed. */
export function createTypesAtHand(tsconfig: (file: string) => string | null): TypesAtHand {
  const installed = new Map<string, boolean>();
  const isInstalled = (folder: string): boolean => {
    const before = installed.get(folder);
    if (before !== undefined) return before;
    const parent = dirname(folder);
    const found = isFolder(`${folder}/node_modules`) || (parent !== folder && isInstalled(parent));
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

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
