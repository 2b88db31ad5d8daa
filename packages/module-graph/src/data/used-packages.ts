import type { Witness } from "../files/questions.js";
import { readDecoded } from "../files/read-decoded.js";

const kinds = [
  "dependencies",
  "devDependencies",
  "peerDependencies",
  "optionalDependencies",
] as const;

/**
 * The packages that the manifests of a repository name. Null where none names any: then nothing is
 * known, and every package may be there.
 */
export function usedPackages(
  root: string,
  files: readonly string[],
  witness: Witness | null,
): ReadonlySet<string> | null {
  const manifests = files.filter((file) => /(?:^|\/)package\.json$/u.test(file));
  const names = new Set(manifests.flatMap((file) => dependencies(`${root}/${file}`, witness)));
  return names.size === 0 ? null : names;
}

function dependencies(path: string, witness: Witness | null): readonly string[] {
  const manifest = readManifest(path, witness);
  return kinds.flatMap((kind) => {
    const named = manifest[kind];
    return typeof named === "object" && named !== null ? Object.keys(named) : [];
  });
}

/** What can't be read says nothing; resolution tells of it. */
function readManifest(path: string, witness: Witness | null): Partial<Record<string, unknown>> {
  try {
    const manifest: unknown = JSON.parse(readDecoded(path, witness));
    return typeof manifest === "object" && manifest !== null ? { ...manifest } : {};
  } catch {
    return {};
  }
}
