import { rules } from "@domain-isolation/rules";
import type { Invocation } from "../arguments.js";
import { readFormats, readTypeMode } from "../check-options.js";
import { dataFacts } from "../data-records.js";
import { exitCodes, type ExitCode } from "../exit.js";
import { factLines } from "../fact-records.js";
import { loadMap } from "../load-map.js";
import { locateProject } from "../locate-project.js";
import { resolve } from "node:path";
import { scan } from "../scan.js";
import { selectFiles } from "../selection.js";
import type { World } from "../world.js";
import { writeChunks, writeFileChunks } from "../write-chunks.js";

type FactsInvocation = Extract<Invocation, { command: "facts" }>;

/** Prints what the readers saw, before any rule. Needs no map; with one, ignored files stay out. */
export async function facts(world: World, { paths, flags }: FactsInvocation): Promise<ExitCode> {
  const outputs = readFormats({ ...flags, format: flags.format ?? ["jsonl"] }, ["jsonl"]);
  const types = readTypeMode(flags.types);
  const place = locateProject(world.cwd, flags);
  const map = place.config === null ? null : loadMap(place, world.cwd, rules).map;
  const { graph, project } = await scan(world, place.root, map, types);
  const selection = selectFiles(paths, { cwd: world.cwd, ...project });
  const givesAway = (file: string) =>
    map !== null && (map.hasRole(file, "public") || map.hasRole(file, "repository"));
  const read = [...project.files, ...project.schemas].filter(selection);
  project.types.settle(() => {
    for (const file of read) dataFacts(project.data(file), givesAway(file));
  });
  for (const { file } of outputs) {
    const lines = factLines(graph, project, selection, givesAway);
    if (file === null) await writeChunks(world.stdout, lines);
    else writeFileChunks(resolve(world.cwd, file), file, lines);
  }
  return exitCodes.clean;
}
