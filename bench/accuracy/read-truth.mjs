import { readFileSync } from "node:fs";
import { calls } from "./formats/calls.mjs";
import { entityAccesses } from "./formats/entity-accesses.mjs";
import { sampledFiles } from "./formats/sampled-files.mjs";
import { groupAccesses } from "./group-accesses.mjs";

const formats = [sampledFiles, calls, entityAccesses];

/**
 * A truth of any format, as what all have in common:
 * `accesses`, the tables that statements touch;
 * `judges(found)`, whether something found that isn't in it is a false alarm;
 * `owners`, whose files and tables are, or null where it has no domain map;
 * `unsure(found)`, whether it says of that place that it couldn't read it.
 * @param {string} file
 * @param {string} [readings] places where the truth is wrong, or can be read in two ways
 */
export function readTruth(file, readings) {
  const source = JSON.parse(readFileSync(file, "utf8"));
  const format = formats.find(({ fits }) => fits(source));
  if (!format) throw new Error(`${file} is no truth of a format that is known; see README.md.`);
  const truth = format.read(source);
  return {
    owners: null,
    unsure: () => false,
    ...truth,
    repo: source.repo,
    commit: source.commit,
    accesses: groupAccesses([...truth.accesses, ...readReadings(readings)]),
  };
}

/** What is right although the truth doesn't have it: neither demanded nor a false alarm. */
function readReadings(file) {
  if (!file) return [];
  return JSON.parse(readFileSync(file, "utf8")).accesses.map(({ line, table, ...place }) => ({
    ...place,
    statement: `${place.file}:${line} reading`,
    startLine: line,
    line,
    names: [table.toLowerCase()],
    optional: true,
  }));
}
