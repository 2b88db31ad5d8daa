import type { FileView, ImportForm, ResolvedImport } from "@domain-isolation/model";

/** Forms that only the type checker acts on. */
const typeForms: ReadonlySet<ImportForm> = new Set([
  "import-type",
  "jsdoc",
  "triple-slash",
  "module-augmentation",
]);

/** An import that leads to a file below the root. */
export interface LandedImport extends ResolvedImport {
  readonly target: string;
}

/** The imports of a file that are left when the program runs, in the order of the text. */
export function runTimeImports(view: FileView): readonly LandedImport[] {
  return landedImports(view).filter(({ typeOnly, form }) => !typeOnly && !typeForms.has(form));
}

/** The imports of a file in the order of the text; a mock replaces a module and imports nothing. */
export function landedImports({ imports }: FileView): readonly LandedImport[] {
  return imports
    .filter(hasLanded)
    .filter(({ form }) => form !== "mock")
    .sort((a, b) => a.span.start - b.span.start);
}

function hasLanded(fact: ResolvedImport): fact is LandedImport {
  return fact.target !== null;
}
