// Measures whole runs on one repository: ours, its peers, and the bare loop as the limit.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bareLoop } from "./contestants/bare-loop.mjs";
import { dependencyCruiser } from "./contestants/dependency-cruiser.mjs";
import { eslintBoundaries } from "./contestants/eslint-boundaries.mjs";
import { ours, oursWithData, oursWithTypes } from "./contestants/ours.mjs";
import { compareCrossings } from "./compare-crossings.mjs";
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

const usage = `npm run bench -- [--files N] [--runs N] [--no-peers]
npm run bench -- --repo DIR [--users FOLDER --pool FOLDER] [--runs N] [--no-peers]

  --files N        modules in the generated repository (3000)
  --repo DIR       measure a repository of yours instead
  --users, --pool  the folders of its two domains, relative to DIR (its two largest)
  --runs N         runs of ours and of the bare loop; the median counts (3). Peers run once.
  --no-peers       without dependency-cruiser and ESLint, which take minutes

Ours runs with the one rule that the peers have, with all rules, and with types besides where the
packages of the repository are installed.`;

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "domain-isolation-bench-")));
try {
  if (values.help) console.log(usage);
  else main();
} finally {
  rmSync(scratch, { recursive: true });
}

function main() {
  const repository = openRepository(values, scratch);
  const contestants = [
    bareLoop,
    ours,
    oursWithData,
    ...(isInstalled(repository) ? [oursWithTypes] : []),
    ...(values["no-peers"] ? [] : [dependencyCruiser, eslintBoundaries]),
  ];
  console.log(
    `${repository.files.length} files; users: ${repository.users}/, pool: ${repository.pool}/\n`,
  );
  const results = contestants.map((contestant) => ({
    contestant,
    command: contestant.prepare(repository),
    runs: [],
  }));
  // In turn, so that a noisy minute strikes all of them.
  for (let run = 0; run < Number(values.runs); run += 1) {
    for (const result of results) {
      if (run > 0 && isPeer(result.contestant)) continue;
      result.runs.push(measure(result.command));
    }
  }
  console.table(Object.fromEntries(results.map((result) => row(result, results[0]))));
  const rivals = results.filter(({ contestant }) => !isOursBesides(contestant));
  compareCrossings(rivals, repository);
  measureSecondRuns();
}

/** By a program of its own, which takes the same options and changes nothing but a copy. */
function measureSecondRuns() {
  const program = fileURLToPath(new URL("second-run.mjs", import.meta.url));
  console.log("\nThe second run");
  spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: "inherit" });
}

function isInstalled({ root }) {
  return existsSync(join(root, "node_modules"));
}

/** They judge more than the peers do. */
function isOursBesides(contestant) {
  return contestant === oursWithData || contestant === oursWithTypes;
}

function isPeer(contestant) {
  return contestant === dependencyCruiser || contestant === eslintBoundaries;
}

function row({ contestant, runs }, limit) {
  const cpu = median(runs.map((run) => run.cpu));
  const peak = median(runs.map((run) => run.peak));
  const bare = median(limit.runs.map((run) => run.cpu));
  const barePeak = median(limit.runs.map((run) => run.peak));
  return [
    contestant.name,
    {
      "CPU s": cpu.toFixed(2),
      "× bare": (cpu / bare).toFixed(2),
      "peak MiB": Math.round(peak),
      "× bare peak": (peak / barePeak).toFixed(2),
      runs: runs.length,
    },
  ];
}
