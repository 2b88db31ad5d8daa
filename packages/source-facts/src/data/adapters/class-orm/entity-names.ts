import type { DataWorld } from "../../modules.js";
import { declaringFiles } from "./declaring-files.js";
import type { EntityLibrary } from "./entity-library.js";

/** What files that declare entities call their classes and schemas, by a look at their texts; sorted. */
export function entityNames(of: EntityLibrary, world: DataWorld): readonly string[] {
  const names = declaringFiles(of, world).flatMap((file) =>
    namesIn(world.source(file)?.text ?? ""),
  );
  return [...new Set(names)].sort();
}

const declared =
  /\bclass\s+(?<name>\p{Lu}\w*)|\b(?:const|let)\s+(?<schema>\w+)[^=\n]*=\s*(?:new\s+EntitySchema|defineEntity)\b/gu;

/** Other names under which they are exported count too. */
function namesIn(text: string): readonly string[] {
  const exported = [...text.matchAll(/\bexport\s*\{(?<list>[^}]*)\}/gu)].flatMap(({ groups }) => [
    ...(groups?.list ?? "").matchAll(/\bas\s+(?<name>\p{Lu}\w*)/gu),
  ]);
  return [...text.matchAll(declared), ...exported].flatMap(
    ({ groups }) => groups?.name ?? groups?.schema ?? [],
  );
}
