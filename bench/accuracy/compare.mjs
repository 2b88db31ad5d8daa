// Compares the data accesses that we find in a repository with an independent truth: recall,
// precision, and each place where they differ.
import { parseArgs } from "node:util";
import { findCrossings } from "./find-crossings.mjs";
import { matchAccesses } from "./match-accesses.mjs";
import { printReport } from "./print-report.mjs";
import { readFacts } from "./read-facts.mjs";
import { readTruth } from "./read-truth.mjs";

const usage = `node bench/accuracy/compare.mjs --truth FILE (--repo DIR | --facts FILE) [--readings FILE] [--list]

  --truth FILE     a truth: bench/accuracy/truths/*.json, or one of another format (README.md)
  --repo DIR       a checkout of the truth's repository, at its commit; our command reads it
  --facts FILE     what our command printed for it before, with: facts --format jsonl
  --readings FILE  what the truth lacks although it is right (README.md)
  --list           each miss and each false alarm, as file:line table`;

const { values } = parseArgs({
  options: {
    truth: { type: "string" },
    repo: { type: "string" },
    facts: { type: "string" },
    readings: { type: "string" },
    list: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(usage);
else if (!values.truth || !(values.repo || values.facts)) {
  console.error(usage);
  process.exitCode = 2;
} else main();

function main() {
  const truth = readTruth(values.truth, values.readings);
  const { found, opaque } = readFacts(values);
  const outcome = matchAccesses(truth, found);
  const crossings = truth.owners ? findCrossings(truth, outcome) : null;
  printReport({ truth, outcome, crossings, opaque, list: values.list });
}
