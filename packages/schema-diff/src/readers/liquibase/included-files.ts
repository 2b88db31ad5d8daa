import { byName } from "../../trees/order.js";
import { problemOf } from "../../trees/problem.js";
import type { TreeProblem } from "../../trees/tree.js";
import type { TreeFiles } from "../reader.js";
import { isChangelog, otherChangelog, type Include } from "./other-changelog.js";

interface IncludedFiles {
  /** Changelogs of whatever kind, in the order in which they run. */
  readonly order: readonly string[];
  /** SQL that nothing includes. */
  readonly left: readonly string[];
  readonly problems: readonly TreeProblem[];
}

/** Follows the includes of the changelogs that no other includes. Without any all SQL runs by name. */
export function includedFiles(files: TreeFiles): IncludedFiles {
  const sql = files.files.filter((file) => file.endsWith(".sql")).sort(byName);
  const includes = includesOfAll(files);
  if (![...includes.values()].some((each) => each.length > 0)) {
    return { order: [...includes.keys(), ...sql], left: [], problems: [] };
  }
  const included = new Set([...includes.values()].flat().flatMap(({ found }) => found));
  const roots = [...includes.keys()].filter((file) => !included.has(file));
  const order = new Set<string>();
  for (const root of roots.length > 0 ? roots : includes.keys()) visit(root, includes, order);
  return {
    order: [...order],
    left: sql.filter((file) => !order.has(file)),
    problems: [...includes].flatMap(([file, each]) =>
      each.filter(({ found }) => found.length === 0).map(({ path }) => missing(file, path)),
    ),
  };
}

interface Found {
  readonly path: string;
  readonly found: readonly string[];
}

function includesOfAll(files: TreeFiles): ReadonlyMap<string, readonly Found[]> {
  const changelogs = files.files.filter((file) => isChangelog.test(file)).sort(byName);
  return new Map(
    changelogs.flatMap((file) => {
      const changelog = otherChangelog(files.text(file) ?? "");
      if (!changelog) return [];
      return [[file, changelog.includes.map((each) => find(each, file, files))] as const];
    }),
  );
}

/** A changelog runs where it is included first. */
function visit(
  file: string,
  includes: ReadonlyMap<string, readonly Found[]>,
  order: Set<string>,
): void {
  if (order.has(file)) return;
  order.add(file);
  for (const { found } of includes.get(file) ?? []) {
    for (const each of found) visit(each, includes, order);
  }
}

function find({ path, isAll, isRelative }: Include, from: string, { files }: TreeFiles): Found {
  const wanted = normalized(isRelative ? `${from}/../${path}` : path.replace(/^classpath:/u, ""));
  if (!isAll)
    return { path, found: files.filter((file) => isAt(file, wanted, isRelative)).slice(0, 1) };
  const inside = (file: string) =>
    isAt(file.split("/").slice(0, -1).join("/"), wanted, isRelative) || file.includes(`${wanted}/`);
  const found = files.filter((file) => inside(file) && /\.(?:sql|xml|ya?ml|json)$/u.test(file));
  return { path, found: found.filter((file) => file !== from).sort(byName) };
}

/** Where Liquibase searches is not known, so the end of a path is enough. */
function isAt(file: string, wanted: string, isRelative: boolean): boolean {
  return file === wanted || (!isRelative && file.endsWith(`/${wanted}`));
}

function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function missing(file: string, path: string): TreeProblem {
  const message = `${file} includes ${path}, which isn't among the files of the tree; restore it, or take the include away`;
  return problemOf("missing file", file, message);
}
