import { resolve } from "node:path";
import type { DomainMap, TreeFacts } from "@domain-isolation/model";
import { createModuleGraph } from "@domain-isolation/module-graph";
import { rules } from "@domain-isolation/rules";
import {
  openMigrations,
  schemaDocument,
  schemaMarkdown,
  writeSchema,
  type LineOf,
} from "@domain-isolation/schema-diff";
import type { SchemaFlags } from "../arguments.js";
import { readFormats } from "../check-options.js";
import { didYouMean } from "../did-you-mean.js";
import { CannotRun, exitCodes, type ExitCode } from "../exit.js";
import { loadMap } from "../load-map.js";
import { locateProject } from "../locate-project.js";
import { placer } from "../place-all.js";
import type { World } from "../world.js";
import { writeChunks, writeFileChunks } from "../write-chunks.js";

type Writer = (trees: readonly TreeFacts[], lineOf: LineOf) => Iterable<string>;

const writers: Readonly<Record<string, Writer>> = {
  markdown: schemaMarkdown,
  json: (trees, lineOf) => [`${JSON.stringify(schemaDocument(trees, lineOf), null, 2)}\n`],
  sql: (trees) => writeSchema(trees),
};

/**
 * Prints the schema to which the migrations lead; it judges nothing.
 *
 * @throws {CannotRun} where no domain has migrations, or the one that is named.
 */
export async function schema(world: World, flags: SchemaFlags): Promise<ExitCode> {
  const outputs = readFormats(
    { ...flags, format: flags.format ?? ["markdown"] },
    Object.keys(writers),
  );
  const place = locateProject(world.cwd, flags);
  const { map } = loadMap(place, world.cwd, rules);
  const graph = createModuleGraph(place.root);
  const trees = treesOf(openMigrations(map, graph).trees(), map, flags.domain);
  const locate = placer((file) => graph.text(file) ?? "");
  for (const { format, file } of outputs) {
    const chunks =
      writers[format]?.(trees, ({ file: name, span }) => locate(name, span).line) ?? [];
    if (file === null) await writeChunks(world.stdout, chunks);
    else writeFileChunks(resolve(world.cwd, file), file, chunks);
  }
  return exitCodes.clean;
}

/**
 * The trees of one domain, or of all.
 *
 * @throws {CannotRun} where there are none.
 */
export function treesOf(
  trees: readonly TreeFacts[],
  { domains }: DomainMap,
  domain: string | undefined,
): readonly TreeFacts[] {
  if (domain !== undefined && !domains.includes(domain)) {
    const hint = didYouMean(domain, domains) || `; the domains are ${domains.join(", ")}`;
    throw new CannotRun(`unknown domain "${domain}"${hint}`);
  }
  const found = trees.filter((tree) => domain === undefined || tree.domain === domain);
  if (found.length > 0) return found;
  const who = domain === undefined ? "no domain" : `${domain} doesn't`;
  throw new CannotRun(
    domain === undefined
      ? `${who} names \`migrations\` in the map, so no schema is known`
      : `${who} name \`migrations\` in the map, so its schema isn't known`,
  );
}
