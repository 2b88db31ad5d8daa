import { allowancesOf, sketchOf, type Books } from "@domain-isolation/model";
import type { Project } from "@domain-isolation/scanner";

/** What a repository says of its exemptions, and of files that have got other names. */
export function booksOf(project: Project): Books {
  const files = new Set(project.allFiles);
  return {
    allowances: allowancesOf(project),
    files: {
      has: (file) => files.has(file),
      sketch: (file) => sketchOf(project.text(file)),
    },
  };
}
