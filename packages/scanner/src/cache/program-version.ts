import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { digest } from "@domain-isolation/module-graph/looks";

/**
 * What a program is made of: the versions of its package and of all that it needs. Where a package
 * isn't an installed one, its built code may be newer than its version, and that is looked at too.
 *
 * @param folder of the package
 * @throws {Error} where a part of it can't be read
 */
export function programVersion(folder: string): string {
  const before = known.get(folder) ?? versionOf(folder);
  known.set(folder, before);
  return before;
}

/** It stays what it was when it began to run. */
const known = new Map<string, string>();

function versionOf(folder: string): string {
  const parts = new Map<string, string>();
  addPackage(realpathSync.native(folder), parts);
  const runtime = `${process.version} ${process.platform} ${process.arch}`;
  return digest([runtime, ...[...parts.values()].sort()].join("\n"));
}

interface Manifest {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly dependencies?: unknown;
}

function addPackage(folder: string, parts: Map<string, string>): void {
  if (parts.has(folder)) return;
  const { name, version, dependencies } = readManifest(folder);
  const built = /[\\/]node_modules[\\/]/u.test(folder) ? "" : builtCode(folder);
  parts.set(folder, `${String(name)} ${String(version)} ${built}`);
  for (const needed of Object.keys(dependencies ?? {})) {
    const found = findPackage(folder, needed);
    if (found !== null) addPackage(found, parts);
  }
}

function readManifest(folder: string): Manifest {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null ? manifest : {};
}

/** As Node finds it: in the `node_modules` of this folder, or of one above. */
function findPackage(folder: string, name: string): string | null {
  try {
    return realpathSync.native(join(folder, "node_modules", name));
  } catch {
    const above = dirname(folder);
    return above === folder ? null : findPackage(above, name);
  }
}

/** TypeScript writes down what it has built, whenever it has built any of it. */
const records = ["tsconfig.tsbuildinfo", "dist/tsconfig.tsbuildinfo"];

function builtCode(folder: string): string {
  const record = records.find((name) => existsSync(join(folder, name)));
  if (record !== undefined) return stampIn(folder, record);
  const built = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" });
  return digest(
    built
      .sort()
      .map((file) => stampIn(folder, `dist/${file}`))
      .join("\n"),
  );
}

function stampIn(folder: string, file: string): string {
  const { mtimeMs, ctimeMs, size } = statSync(join(folder, file));
  return [file, mtimeMs, ctimeMs, size].join(" ");
}
