import { posix } from "node:path";
import type { Disk } from "../disk.js";
import { asStrings, requireJsonc, type JsonObject } from "../json.js";
import type { Memory } from "../memory.js";
import type { Packages } from "../packages/packages.js";
import type { Workspaces } from "../packages/workspaces.js";
import type { Problems } from "../problems.js";
import { findExtended } from "./find-extended.js";

/** One file of an `extends` chain. */
export interface Layer {
  readonly folder: string;
  readonly json: JsonObject;
}

export interface LayerContext {
  readonly disk: Disk;
  readonly memory: Memory;
  readonly packages: Packages;
  readonly workspaces: Workspaces;
  readonly problems: Problems;
}

/**
 * A tsconfig and all that it extends, the farthest base first. What is missing or broken is told to
 * `problems`, and the rest of the chain stands.
 */
export function readLayers(
  context: LayerContext,
  path: string,
  seen: readonly string[] = [],
): readonly Layer[] {
  const read = context.disk.json(path);
  if (!read) return [];
  const { value, error } = read;
  if (error) context.problems.add(path, "tsconfig", error.span, error.reason);
  const folder = posix.dirname(path);
  const bases = asStrings(value.extends).flatMap((extended, index) => {
    const base = findExtended(context, folder, extended);
    const chain = [...seen, path];
    const isLoop = base !== null && chain.includes(base);
    if (base !== null && !isLoop) return readLayers(context, base, chain);
    const reason = isLoop
      ? `it extends \`${extended}\`, which extends it in turn; that is left out`
      : `it extends \`${extended}\`, which is not there; what that would set is not known`;
    context.problems.add(
      path,
      "tsconfig",
      extendsSpan(context.disk.read(path) ?? "", index),
      reason,
    );
    return [];
  });
  return [...bases, { folder, json: value }];
}

function extendsSpan(text: string, index: number): { start: number; end: number } {
  const { findNodeAtLocation, parseTree } = requireJsonc("jsonc-parser");
  const tree = parseTree(text);
  const value = tree && findNodeAtLocation(tree, ["extends"]);
  const item = value?.type === "array" ? value.children?.[index] : value;
  const start = item?.offset ?? 0;
  return { start, end: start + (item?.length ?? 0) };
}
