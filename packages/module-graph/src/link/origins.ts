import { remember } from "../remember.js";
import type { Modules } from "./link-names.js";

/** Knows from which files a file passes anything on. */
export interface Origins {
  /** The file itself, and all that it re-exports from, directly or not. */
  of(file: string): readonly string[];
  forget(): void;
}

export function createOrigins(modules: Modules): Origins {
  const known = new Map<string, readonly string[]>();
  return {
    of: (file) => remember(known, file, () => collect(modules, file)),
    forget: () => {
      known.clear();
    },
  };
}

function collect(modules: Modules, file: string): readonly string[] {
  // What is found while the set is walked is walked too.
  const found = new Set([file]);
  for (const passing of found) {
    for (const { from } of modules.sourceFacts(passing).exports) {
      const target = from ? modules.target(passing, from.specifier) : null;
      if (target !== null) found.add(target);
    }
  }
  return [...found];
}
