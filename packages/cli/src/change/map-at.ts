import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { loadConfig, type LoadedConfig } from "@domain-isolation/config";
import type { DomainMap } from "@domain-isolation/model";
import type { Changes } from "@domain-isolation/module-graph/looks";
import { rules } from "@domain-isolation/rules";
import { orInvalidConfig } from "../invalid-config.js";

/**
 * The map as it is in another state of the repository: loaded from a folder of its own, if one of its
 * files differs there. Null where there is none in that state.
 *
 * @throws {CannotRun} where it is invalid there.
 */
export function mapAt(
  { map, path, dependencies }: LoadedConfig,
  root: string,
  changes: Changes,
  cwd: string,
): DomainMap | null {
  const files = dependencies.map((file) => [file, relativeTo(root, file)] as const);
  const own = relativeTo(root, path);
  if (own !== null && changes.get(own) === null) return null;
  if (!files.some(([, file]) => file !== null && changes.has(file))) return map;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "domain-isolation-")));
  try {
    for (const [path, file] of files) {
      const content = file === null ? null : (changes.get(file) ?? readFileSync(path));
      if (file !== null && content !== null) place(folder, file, content);
    }
    return orInvalidConfig(cwd, () => loadConfig(join(folder, own ?? ""), rules)).map;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function place(folder: string, file: string, content: Buffer): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

function relativeTo(root: string, path: string): string | null {
  const inside = relative(root, path).split(sep).join("/");
  return inside === "" || inside.startsWith("../") || isAbsolute(inside) ? null : inside;
}
