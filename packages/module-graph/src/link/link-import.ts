import type { Binding, ImportedName, ResolvedImport } from "@domain-isolation/model";
import type { NameLinker } from "./link-names.js";

/** The names that a file uses of a namespace import, or null where it passes the whole on. */
export type MembersOf = (file: string, local: string) => readonly string[] | null;

/** What the names of an import bind to: a path for each, for each member of a whole namespace. */
export function linkImport(
  fact: ResolvedImport,
  linker: NameLinker,
  membersOf: MembersOf,
): readonly Binding[] {
  const { file, target, names, typeOnly } = fact;
  if (target === null) return [];
  return names.flatMap((imported) =>
    wantedNames(imported, file, target, linker, membersOf).map((name) => {
      const found = linker.follow(target, name);
      return {
        imported: { ...imported, name },
        typeOnly: typeOnly || imported.typeOnly || found.typeOnly,
        path: found.path,
      };
    }),
  );
}

function wantedNames(
  { name, local }: ImportedName,
  file: string,
  target: string,
  linker: NameLinker,
  membersOf: MembersOf,
): readonly string[] {
  if (name !== "*") return [name];
  const members = local === undefined ? null : membersOf(file, local);
  return members ?? linker.exportedNames(target);
}
