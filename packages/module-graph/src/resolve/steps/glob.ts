import { createRequire } from "node:module";
import { posix } from "node:path";
import { globPatterns } from "@domain-isolation/source-facts";
import type * as TinyGlobby from "tinyglobby";
import { isRelative, type Request } from "../request.js";
import { matchPaths } from "../tsconfig/paths.js";
import type { World } from "../world.js";
import type { Step } from "./step.js";

// Loaded with the first pattern: few projects have any.
const requireGlob: (id: "tinyglobby") => typeof TinyGlobby = createRequire(import.meta.url);

/** `import.meta.glob("./pages/*.vue")`: every file that matches, but for those taken out again. */
export const globStep: Step = (request, world, note) => {
  if (request.kind !== "glob") return null;
  const { pattern, except } = globPatterns(request.specifier);
  const ignore = except.flatMap((not) => placesOf(not, request, world));
  const places = placesOf(pattern, request, world);
  const files = expand(world, places, ["**/node_modules/**", ...ignore]);
  note?.(`files that match ${places.join(", ") || pattern}`, `${String(files.length)} found`);
  return files.map((file) => posix.join(world.disk.root, file)).sort();
};

/** A pattern is relative to the file, from `/` on to the package; or it begins with an alias. */
function placesOf(
  pattern: string,
  { folder, tsconfig }: Request,
  { packages, disk }: World,
): readonly string[] {
  const place = (path: string): string => posix.relative(disk.root, path);
  if (isRelative(pattern)) return [place(posix.join(folder, pattern))];
  if (pattern.startsWith("/")) {
    return [place((packages.around(folder)[0]?.folder ?? disk.root) + pattern)];
  }
  const match = tsconfig && matchPaths(tsconfig, pattern);
  return match ? match.candidates.map(place) : [place(posix.join(folder, pattern))];
}

function expand(
  { disk, memory }: World,
  places: readonly string[],
  ignore: readonly string[],
): readonly string[] {
  return memory.observe(new Map(), "", () => ({
    value: requireGlob("tinyglobby").globSync(places, {
      cwd: disk.root,
      ignore,
      expandDirectories: false,
      followSymbolicLinks: false,
    }),
    // Whether another file matches by now, only the same search would tell.
    holds: () => false,
  }));
}
