import type { BindingStep } from "@domain-isolation/model";
import type { NameLinker } from "./link-names.js";
import type { Origins } from "./origins.js";

/** The name under which a file gives away what another one defines; null if it doesn't. */
export function exportedAs(
  file: string,
  definition: BindingStep,
  linker: NameLinker,
  origins: Origins,
): string | null {
  const leadsThere = (name: string): boolean =>
    linker
      .follow(file, name)
      .path.some((step) => step.file === definition.file && step.name === definition.name);
  // Hardly any entry renames what it gives away, and a large one has thousands of names.
  if (leadsThere(definition.name)) return definition.name;
  if (!origins.of(file).includes(definition.file)) return null;
  return linker.exportedNames(file).find(leadsThere) ?? null;
}
