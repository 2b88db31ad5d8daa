import { toBoundaries, toDependencyCruiser, type SetRule } from "@domain-isolation/map-proposal";
import type { DomainMap } from "@domain-isolation/model";
import { rules } from "@domain-isolation/rules";
import type { ProjectFlags } from "../arguments.js";
import { didYouMean } from "../did-you-mean.js";
import { CannotRun, exitCodes, type ExitCode } from "../exit.js";
import { loadMap } from "../load-map.js";
import { locateProject } from "../locate-project.js";
import type { World } from "../world.js";

const tools: Readonly<Partial<Record<string, typeof toBoundaries>>> = {
  "dependency-cruiser": toDependencyCruiser,
  boundaries: toBoundaries,
};

/**
 * Prints the boundaries of the map as rules of another tool; what that tool can't say is told in
 * comments.
 *
 * @throws {CannotRun} for a tool that is not known, and without a valid map.
 */
export async function exportMap(
  world: World,
  name: string,
  flags: ProjectFlags,
): Promise<ExitCode> {
  const write = tools[name];
  if (!write) throw unknownTool(name);
  const { map } = loadMap(locateProject(world.cwd, flags), world.cwd, rules);
  const text = write(map, {
    "no-cross-domain-import": settingOf(map, "no-cross-domain-import"),
    "shared-stays-neutral": settingOf(map, "shared-stays-neutral"),
  });
  await world.stdout.write(text);
  return exitCodes.clean;
}

function settingOf(map: DomainMap, id: string): SetRule {
  const rule = rules[id];
  return rule ? map.ruleSetting(id, rule) : { level: "off", options: {} };
}

function unknownTool(name: string): CannotRun {
  const known = Object.keys(tools);
  const hint = didYouMean(name, known) || `; it is one of ${known.join(", ")}`;
  return new CannotRun(`export doesn't know "${name}"${hint}`);
}
