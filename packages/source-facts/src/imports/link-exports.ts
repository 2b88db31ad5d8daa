import type { ExportFact, ImportFact } from "@domain-isolation/model";

/** An export as it is written; `local` is the name in this module that it gives away. */
export interface WrittenExport extends ExportFact {
  readonly local?: string;
}

/** Sets `from` where what is given away was imported: `import { a } from "./a.js"; export { a };`. */
export function linkExports(
  exports: readonly WrittenExport[],
  imports: readonly ImportFact[],
): readonly ExportFact[] {
  const locals = new Set<string>();
  for (const { local } of exports) if (local !== undefined) locals.add(local);
  if (locals.size === 0) return exports;
  const imported = importedNames(imports, locals);
  return exports.map((written) => {
    if (written.local === undefined) return written;
    const { local, ...fact } = written;
    const origin = imported.get(local);
    if (!origin) return fact;
    const { specifier, name, typeOnly } = origin;
    return { ...fact, typeOnly: fact.typeOnly || typeOnly, from: { specifier, name } };
  });
}

function importedNames(imports: readonly ImportFact[], locals: ReadonlySet<string>) {
  const found = new Map<string, { specifier: string; name: string; typeOnly: boolean }>();
  for (const { form, specifier, names } of imports) {
    if (form !== "import" && form !== "import-equals") continue;
    for (const { local, name, typeOnly } of names) {
      if (local === undefined || !locals.has(local) || found.has(local)) continue;
      found.set(local, { specifier, name, typeOnly });
    }
  }
  return found;
}
