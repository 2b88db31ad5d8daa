import { accessSync, constants, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { findConfig } from "@domain-isolation/config/find-config";
import type { ProjectFlags } from "./arguments.js";
import { CannotRun } from "./exit.js";
import { orInvalidConfig } from "./invalid-config.js";

export interface ProjectPlace {
  /** Absolute. */
  readonly root: string;
  /** Absolute; null when there is no configuration. */
  readonly config: string | null;
}

/**
 * Where the project is: the configuration is looked for from the root, or from here, upward.
 *
 * @throws {CannotRun} for a root that is not a readable folder, and a configuration that is missing.
 */
export function locateProject(cwd: string, flags: ProjectFlags): ProjectPlace {
  const root =
    flags.root === undefined ? null : readableFolder(resolve(cwd, flags.root), flags.root);
  const config =
    flags.config === undefined
      ? orInvalidConfig(cwd, () => findConfig(root ?? cwd))
      : existingFile(resolve(cwd, flags.config), flags.config);
  return { root: root ?? (config === null ? cwd : dirname(config)), config };
}

function readableFolder(path: string, written: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new CannotRun(`the root \`${written}\` does not exist`);
  if (!stat.isDirectory()) throw new CannotRun(`the root \`${written}\` is not a folder`);
  try {
    accessSync(path, constants.R_OK | constants.X_OK);
  } catch {
    throw new CannotRun(`the root \`${written}\` cannot be read: permission denied`);
  }
  return path;
}

function existingFile(path: string, written: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  throw new CannotRun(`there is no configuration file \`${written}\``);
}
