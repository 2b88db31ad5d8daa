import type { FileContext } from "@domain-isolation/model";

/** Whether a file is read as a migration: then what it does is judged as that. */
export function isReadAsMigration({
  file,
  facts,
  map,
}: Pick<FileContext, "file" | "facts" | "map">): boolean {
  if (!map.hasRole(file, "migration")) return false;
  const { touches, opaque } = facts.migration(file);
  return touches.length + opaque.length > 0;
}
