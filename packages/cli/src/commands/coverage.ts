import { resolve } from "node:path";
import { rules } from "@domain-isolation/rules";
import type { CoverageFlags } from "../arguments/adoption-commands.js";
import { readFormats, readTypeMode } from "../check-options.js";
import { colorsFor } from "../colors.js";
import { kinds, type CoverageReport } from "../coverage/coverage-report.js";
import { measureCoverage } from "../coverage/measure-coverage.js";
import { renderCoverage } from "../coverage/render-coverage.js";
import { CannotRun, exitCodes, type ExitCode } from "../exit.js";
import { checkMap, loadMap } from "../load-map.js";
import { locateProject } from "../locate-project.js";
import { scan } from "../scan.js";
import type { World } from "../world.js";
import { writeChunks, writeFileChunks } from "../write-chunks.js";

/** Of the JSON document; it grows when a reader of the old one would be misled. */
const documentVersion = 1;

/**
 * Says how much of the files, tables and variables belongs to somebody, and what is left. Judges
 * nothing but, with `--min`, the shares.
 */
export async function coverage(world: World, flags: CoverageFlags): Promise<ExitCode> {
  const outputs = readFormats(flags, ["pretty", "json"]);
  const types = readTypeMode(flags.types);
  const least = readMin(flags.min);
  const place = locateProject(world.cwd, flags);
  const config = loadMap(place, world.cwd, rules);
  const { project } = await scan(world, place.root, config.map, types);
  checkMap(config, project.allFiles, world.cwd);
  const report = project.types.settle(() => measureCoverage(project, config.map, rules));
  for (const { format, file } of outputs) {
    const colors = colorsFor(world, world.stdout, flags.color && file === null);
    const chunks = format === "json" ? [jsonOf(report)] : renderCoverage(report, colors);
    if (file === null) await writeChunks(world.stdout, chunks);
    else writeFileChunks(resolve(world.cwd, file), file, chunks);
  }
  const short = kinds.filter((kind) => report[kind].percent < least);
  if (short.length === 0) return exitCodes.clean;
  const shares = short.map((kind) => `${kind} ${String(report[kind].percent)}%`).join(", ");
  await world.stderr.write(`below the ${String(least)}% that --min demands: ${shares}\n`);
  return exitCodes.findings;
}

/** @throws {CannotRun} unless it is a percentage. */
function readMin(word: string | undefined): number {
  if (word === undefined) return 0;
  const least = Number(word.replace(/%$/u, ""));
  if (word.trim() !== "" && least >= 0 && least <= 100) return least;
  throw new CannotRun(`--min takes a percentage from 0 to 100, not "${word}"`);
}

function jsonOf(report: CoverageReport): string {
  return `${JSON.stringify({ version: documentVersion, ...report }, null, 2)}\n`;
}
