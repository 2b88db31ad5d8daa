import { readFileSync } from "node:fs";

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
export function usedPackages(root: string, files: readonly string[]): ReadonlySet<string> | null {
  const manifests = files.filter((file) => /(?:^|\/)package\.json$/u.test(file));
  const names = new Set(manifests.flatMap((file) => dependencies(`${root}/${file}`)));
  return names.size === 0 ? null : names;
}

function dependencies(path: string): readonly string[] {
  const manifest = readManifest(path);
  return kinds.flatMap((kind) => {
    const named = manifest[kind];
    return typeof named === "object" && named !== null ? Object.keys(named) : [];
  });
}

/** What can't be read says nothing; resolution tells of it. */
function readManifest(path: string): Partial<Record<string, unknown>> {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof manifest === "object" && manifest !== null ? { ...manifest } : {};
  } catch {
    return {};
  }
}
