// Measures what a second run costs: nothing changed, and one file changed; beside dependency-cruiser's
// cache, and as a multiple of only looking at the stamps of all files. What git takes to list the files
// comes to each, and is not counted.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { dependencyCruiser } from "./contestants/dependency-cruiser.mjs";
import { ours, oursWithData } from "./contestants/ours.mjs";
import { measure } from "./measure.mjs";
import { median } from "./median.mjs";
import { openRepository } from "./open-repository.mjs";

const { values } = parseArgs({
  options: {
    repo: { type: "string" },
    users: { type: "string" },
    pool: { type: "string" },
    files: { type: "string", default: "3000" },
    runs: { type: "string", default: "3" },
    "no-peers": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const usage = `node bench/second-run.mjs [--files N] [--runs N] [--no-peers]
node bench/second-run.mjs --repo DIR [--users FOLDER --pool FOLDER] [--runs N] [--no-peers]

  --files N        modules in the generated repository (3000)
  --repo DIR       measure a copy of a repository of yours instead
  --users, --pool  the folders of its two domains, relative to DIR (its two largest)
  --runs N         unchanged runs of each; the median counts (3)
  --no-peers       without dependency-cruiser`;

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "domain-isolation-bench-")));
try {
  if (values.help) console.log(usage);
  else main();
} finally {
  rmSync(scratch, { recursive: true });
}

function main() {
  const repository = openCopy();
  const stats = median(times(Number(values.runs), () => cpuOf(statAll(repository))));
  console.log(`${repository.files.length} files; only their stamps: ${stats.toFixed(2)} CPU s\n`);
  const contestants = [ours, oursWithData, ...(values["no-peers"] ? [] : [dependencyCruiser])];
  console.table(
    Object.fromEntries(contestants.map((contestant) => row(contestant, repository, stats))),
  );
}

/** A file will be changed, which must not be one of somebody's own. */
function openCopy() {
  if (!values.repo) {
    const repository = openRepository(values, scratch);
    execFileSync("git", ["init", "--quiet"], { cwd: repository.root });
    return repository;
  }
  const copy = join(scratch, "copy");
  cpSync(values.repo, copy, { recursive: true, verbatimSymlinks: true });
  return openRepository({ ...values, repo: copy }, scratch);
}

function statAll({ root }) {
  const script = fileURLToPath(new URL("contestants/stat-all-program.mjs", import.meta.url));
  return { args: [script, root], cwd: root };
}

function row(contestant, repository, stats) {
  const { args, cwd } = contestant.prepare(repository);
  const folder = join(scratch, `cache of ${contestant.name.trim()}`);
  const isOurs = contestant !== dependencyCruiser;
  const kept = isOurs ? ["--cache", folder] : ["--cache", folder, "--cache-strategy", "content"];
  const run = () => cpuOf({ args: [...args, ...kept], cwd });
  const first = run();
  // Stamps that are younger than two seconds are trusted by nobody.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
  run();
  const same = median(times(Number(values.runs), run));
  const file = join(repository.root, repository.files[repository.files.length >> 1]);
  writeFileSync(file, `${readFileSync(file, "utf8")}\nexport const changedByTheBench = 1;\n`);
  const changed = run();
  const cells = {
    first,
    "nothing changed": same,
    "× stamps": same / stats,
    "one file changed": changed,
  };
  return [
    contestant.name,
    Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, value.toFixed(2)])),
  ];
}

function cpuOf(command) {
  return measure(command).cpu;
}

function times(count, make) {
  return Array.from({ length: count }, make);
}
