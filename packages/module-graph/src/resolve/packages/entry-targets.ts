import { asObject, asString, asStrings, type JsonObject } from "../json.js";
import { exportsMap, mappedTargets } from "./exports-map.js";
import type { Package } from "./packages.js";

/**
 * The paths in a package that may be meant by its name and a subpath, best first, as its
 * `package.json` gives them: they may name output that is not built.
 */
export function entryTargets(
  { json }: Package,
  subpath: string,
  conditions: ReadonlySet<string>,
): readonly string[] {
  const exports = exportsMap(json.exports);
  if (exports) return mappedTargets(exports, subpath ? `./${subpath}` : ".", conditions);
  return [...versionedTypes(json, subpath), ...(subpath ? [] : mainFields(json))];
}

/** Where a package without `exports` begins: sources first, then types as TypeScript reads them. */
export function mainFields(json: JsonObject): readonly string[] {
  return ["source", "types", "typings", "module", "main"]
    .map((field) => asString(json[field]))
    .filter((target) => target !== null)
    .filter((target) => target !== "");
}

/** https://www.typescriptlang.org/docs/handbook/declaration-files/publishing.html#version-selection-with-typesversions */
function versionedTypes(json: JsonObject, subpath: string): readonly string[] {
  const versions = Object.values(asObject(json.typesVersions));
  return versions.flatMap((paths) =>
    Object.entries(asObject(paths)).flatMap(([pattern, targets]) =>
      substitute(pattern, subpath || "index", asStrings(targets)),
    ),
  );
}

function substitute(
  pattern: string,
  subpath: string,
  targets: readonly string[],
): readonly string[] {
  if (pattern === subpath) return targets;
  const [before = "", after] = pattern.split("*", 2);
  if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) return [];
  const rest = subpath.slice(before.length, subpath.length - after.length);
  return targets.map((target) => target.replaceAll("*", () => rest));
}
