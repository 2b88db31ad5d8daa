import { join, resolve } from "node:path";
import { renderConfig, withoutUnmatched, type MapProposal } from "@domain-isolation/map-proposal";
import { createModuleGraph } from "@domain-isolation/module-graph";
import type { ImportFlags } from "../arguments/adoption-commands.js";
import { didYouMean } from "../did-you-mean.js";
import { CannotRun, exitCodes, type ExitCode } from "../exit.js";
import { loadSettings } from "../import-map/load-settings.js";
import { readBoundaries } from "../import-map/read-boundaries.js";
import { readDependencyCruiser } from "../import-map/read-dependency-cruiser.js";
import { readNx } from "../import-map/read-nx.js";
import { locateProject } from "../locate-project.js";
import type { World } from "../world.js";

type Read = (
  settings: unknown,
  files: readonly string[],
  text: (file: string) => string | null,
) => MapProposal;

interface Tool {
  /** The name of its configuration. */
  readonly config: RegExp;
  readonly read: Read;
}

const eslint = /^(?:eslint\.config\.[cm]?[jt]s|\.eslintrc(?:\.(?:[cm]?js|json))?)$/u;

const tools: Readonly<Partial<Record<string, Tool>>> = {
  "dependency-cruiser": {
    config: /^\.dependency-cruiser\.(?:[cm]?js|json)$/u,
    read: readDependencyCruiser,
  },
  boundaries: { config: eslint, read: readBoundaries },
  nx: { config: eslint, read: readNx },
};

/**
 * Prints the map that the configuration of another tool comes to; what has no place in it is told in
 * comments.
 *
 * @throws {CannotRun} for a tool that is not known, and a configuration that isn't there or can't be
 * loaded.
 */
export async function importMap(
  world: World,
  name: string,
  file: string | undefined,
  flags: ImportFlags,
): Promise<ExitCode> {
  const tool = tools[name];
  if (!tool) throw unknownTool(name);
  const { root } = locateProject(world.cwd, { root: flags.root ?? "." });
  const graph = createModuleGraph(root);
  const files = graph.files();
  const found = files.find((each) => tool.config.test(each));
  const path = file === undefined ? found && join(root, found) : resolve(world.cwd, file);
  if (path === undefined) {
    throw new CannotRun(
      `no configuration for ${name} is at the root; name it: import ${name} FILE`,
    );
  }
  const proposal = tool.read(await loadSettings(path), files, (each) => graph.text(each));
  if (proposal.domains.length === 0) {
    throw new CannotRun(
      `nothing in \`${path}\` tells domains apart: ${proposal.remarks.join("; ")}`,
    );
  }
  await world.stdout.write(renderConfig(withoutUnmatched(proposal, files)));
  return exitCodes.clean;
}

function unknownTool(name: string): CannotRun {
  const known = Object.keys(tools);
  const hint = didYouMean(name, known) || `; it is one of ${known.join(", ")}`;
  return new CannotRun(`import doesn't know "${name}"${hint}`);
}
