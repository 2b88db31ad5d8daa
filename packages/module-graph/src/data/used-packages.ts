import type { Looks } from "../files/looks.js";

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
  looks: Looks,
): ReadonlySet<string> | null {
  const manifests = files.filter((file) => /(?:^|\/)package\.json$/u.test(file));
  const names = new Set(manifests.flatMap((file) => dependencies(`${root}/${file}`, looks)));
  return names.size === 0 ? null : names;
}

function dependencies(path: string, looks: Looks): readonly string[] {
  const manifest = readManifest(path, looks);
  return kinds.flatMap((kind) => {
    const named = manifest[kind];
    return typeof named === "object" && named !== null ? Object.keys(named) : [];
  });
}

/** What can't be read says nothing; resolution tells of it. */
function readManifest(path: string, looks: Looks): Partial<Record<string, unknown>> {
  try {
    const manifest: unknown = JSON.parse(looks.text(path));
    return typeof manifest === "object" && manifest !== null ? { ...manifest } : {};
  } catch {
    return {};
  }
}
