import { resolve } from "node:path";
import { compileTree, type DomainMap, type TreeFacts } from "@domain-isolation/model";
import { createModuleGraph } from "@domain-isolation/module-graph";
import { rules } from "@domain-isolation/rules";
import { openMigrations } from "@domain-isolation/schema-diff";
import type { SchemaFlags } from "../arguments.js";
import { readFormats } from "../check-options.js";
import { exitCodes, type ExitCode } from "../exit.js";
import { withFilesAt } from "../git/checkout-at.js";
import { openGit } from "../git/git.js";
import { loadMap } from "../load-map.js";
import { locateProject } from "../locate-project.js";
import { schemaChanges, type DomainChanges } from "../schema-changes.js";
import type { World } from "../world.js";
import { writeChunks, writeFileChunks } from "../write-chunks.js";
import { treesOf } from "./schema.js";

type Writer = (changes: readonly DomainChanges[], base: string) => Iterable<string>;

const writers: Readonly<Record<string, Writer>> = {
  markdown: markdownOf,
  json: (changes, base) => [`${JSON.stringify({ version: 1, base, domains: changes }, null, 2)}\n`],
};

/**
 * Prints what the branch at hand, with what isn't committed yet, changes in the schema of each domain.
 *
 * @throws {CannotRun} where git or the map don't tell what to compare.
 */
export async function schemaDiff(world: World, flags: SchemaFlags): Promise<ExitCode> {
  const outputs = readFormats(
    { ...flags, format: flags.format ?? ["markdown"] },
    Object.keys(writers),
  );
  const place = locateProject(world.cwd, flags);
  const { map } = loadMap(place, world.cwd, rules);
  const after = treesOf(treesBelow(place.root, map), map, flags.domain);
  const git = openGit(place.root);
  const base = flags.base ?? git.defaultBase();
  const before = withFilesAt(git, git.mergeBase(base), isOfMigrations(map), (folder) =>
    treesBelow(folder, map),
  );
  const changes = schemaChanges(before, after);
  for (const { format, file } of outputs) {
    const chunks = writers[format]?.(changes, base) ?? [];
    if (file === null) await writeChunks(world.stdout, chunks);
    else writeFileChunks(resolve(world.cwd, file), file, chunks);
  }
  return exitCodes.clean;
}

function treesBelow(root: string, map: DomainMap): readonly TreeFacts[] {
  return openMigrations(map, createModuleGraph(root)).trees();
}

/** Migrations, and what tells how code and packages are to be understood. */
function isOfMigrations({ source: { domains } }: DomainMap): (file: string) => boolean {
  const trees = Object.values(domains).flatMap(({ migrations = [] }) =>
    migrations.map(({ path }) => compileTree(path)),
  );
  const isSetting = /(?:^|\/)(?:package|tsconfig[\w.-]*)\.json$|\.(?:toml|ini)$/u;
  return (file) => isSetting.test(file) || trees.some((tree) => tree.matches(file));
}

function* markdownOf(changes: readonly DomainChanges[], base: string): Generator<string> {
  yield `# What changes in the schema since ${base}\n`;
  if (changes.length === 0) yield "\nNothing.\n";
  for (const { domain, lines } of changes) {
    yield `\n## ${domain}\n\n`;
    for (const line of lines) yield `- ${line}\n`;
  }
}
