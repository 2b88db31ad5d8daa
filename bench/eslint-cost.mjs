// Measures what our rules add to ESLint with the parser alone: file by file, and from a cold start.
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dataMap } from "./domain-map.mjs";
import { lintCosts } from "./eslint/lint-cost.mjs";
import { samplesOf, writeSamples } from "./eslint/samples.mjs";
import { startCost } from "./eslint/start-cost.mjs";
import { openRepository } from "./open-repository.mjs";

const { values } = parseArgs({
  options: {
    repo: { type: "string" },
    users: { type: "string" },
    pool: { type: "string" },
    files: { type: "string", default: "400" },
    runs: { type: "string", default: "100" },
    help: { type: "boolean", default: false },
  },
});

const usage = `node bench/eslint-cost.mjs [--files N] [--runs N]
node bench/eslint-cost.mjs --repo DIR [--users FOLDER --pool FOLDER] [--runs N]

  --files N        modules in the generated repository (400)
  --repo DIR       measure files of a copy of your repository instead
  --users, --pool  the folders of its two domains, relative to DIR (its two largest)
  --runs N         lints of each file for each column (100)

For each class of files, the CPU of
  parser   @typescript-eslint/parser alone
  ESLint   ESLint with that parser and no rule
  typing   what our rules over imports add to that while lint follows lint
  pause    the same after a pause, when the disk is looked at again
  data     what all our rules add, typing and after a pause
and then that of whole processes that lint one file.`;

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "domain-isolation-bench-")));
try {
  if (values.help) console.log(usage);
  else await main();
} finally {
  rmSync(scratch, { recursive: true });
}

async function main() {
  const repository = openCopy();
  const { root } = repository;
  const samples = samplesOf(repository, values.repo ? 3 : 1);
  const runs = Number(values.runs);
  const files = samples.flatMap((sample) => sample.files);
  const costs = await lintCosts(root, files, runs);
  const row = ({ files: own }) => shares(own.map((file) => costs[files.indexOf(file)]));
  console.table(Object.fromEntries(samples.map((sample) => [sample.name, row(sample)])));
  const start = startCost(root, samples[1].files[0], scratch, 9);
  console.log(
    `eslint ${samples[1].files[0]}, cold: ${start.without.toFixed(2)} s with the parser alone, ` +
      `${start.with.toFixed(2)} s with our rules, ${start.ratio.toFixed(2)}×`,
  );
}

/** The map has to stand at the root, where ESLint looks for it. */
function openCopy() {
  const opened = openRepository(values, scratch);
  const repository = values.repo ? { ...opened, root: copyOf(opened.root) } : opened;
  const files = values.repo ? repository.files : [...repository.files, ...writeSamples(repository)];
  writeFileSync(
    join(repository.root, "domain-isolation.config.json"),
    JSON.stringify(dataMap(repository)),
  );
  return { ...repository, files };
}

function copyOf(root) {
  const copy = join(scratch, "copy");
  cpSync(root, copy, { recursive: true, filter: (path) => !path.endsWith("/node_modules") });
  return copy;
}

function shares(costs) {
  const mean = (name) => costs.reduce((sum, cost) => sum + cost[name], 0) / costs.length;
  const [bare, typing, pause] = [mean("eslint"), mean("typing"), mean("pause")];
  const [data, dataPause] = [mean("data"), mean("dataPause")];
  const share = (added) => `${((added / bare) * 100).toFixed(1)}%`;
  return {
    files: costs.length,
    "parser ms": mean("parser").toFixed(2),
    "ESLint ms": bare.toFixed(2),
    "typing µs": Math.round((typing - bare) * 1000),
    "pause µs": Math.round((pause - bare) * 1000),
    "typing / ESLint": share(typing - bare),
    "pause / ESLint": share(pause - bare),
    "data / ESLint": share(data - bare),
    "data, pause / ESLint": share(dataPause - bare),
  };
}
