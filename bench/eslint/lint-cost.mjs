import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import * as parser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import domainIsolation from "eslint-plugin-domain-isolation";
import { allRules, importRules, typescript } from "./configs.mjs";

/** The plugin looks at the disk again after a pause; here every lint comes as long after the last. */
let sinceLastLint = 0;
let time = 0;
performance.now = () => (time += sinceLastLint);
const pauses = { typing: 0, pause: 1000 };

/** Runs that don't count, in which V8 gets to know the code. */
const warming = 60;

/**
 * What our rules add to ESLint with the parser and no rule, for files that have changed since they
 * were linted: CPU milliseconds of the whole process, for each file. Noise only ever adds, so what
 * counts is the run that a tenth of them undercut.
 */
export async function lintCosts(root, files, runs) {
  const open = (...more) =>
    new ESLint({
      cwd: root,
      overrideConfigFile: true,
      overrideConfig: [typescript(parser), ...more],
    });
  const eslints = {
    without: open(),
    ours: open(importRules(domainIsolation)),
    all: open(allRules(domainIsolation)),
  };
  const measured = files.map((file) => contestants(join(root, file), eslints));
  // In turn, so that a noisy second strikes all; and in all orders, so that nobody is always first.
  for (let run = -warming; run < runs; run++) {
    for (const file of measured) {
      file.push(file.shift());
      for (const { start, samples } of file) {
        const cost = await cpuOf(start);
        if (run >= 0) samples.push(cost);
      }
    }
  }
  return measured.map((file) =>
    Object.fromEntries(file.map(({ name, samples }) => [name, lowestTenth(samples)])),
  );
}

function contestants(filePath, { without, ours, all }) {
  const changed = changedTexts(readFileSync(filePath, "utf8"));
  const lintWith = (eslint, pause) => () => {
    sinceLastLint = pause;
    return eslint.lintText(changed(), { filePath });
  };
  const starts = {
    parser: () => parser.parseForESLint(changed(), parserOptions(filePath)),
    eslint: lintWith(without, 0),
    typing: lintWith(ours, pauses.typing),
    pause: lintWith(ours, pauses.pause),
    data: lintWith(all, pauses.typing),
    dataPause: lintWith(all, pauses.pause),
  };
  return Object.entries(starts).map(([name, start]) => ({ name, start, samples: [] }));
}

function parserOptions(filePath) {
  const all = { range: true, loc: true, comment: true, tokens: true, sourceType: "module" };
  return { ...all, filePath, ecmaFeatures: { jsx: true } };
}

function changedTexts(text) {
  let count = 0;
  return () => `${text}// ${count++}\n`;
}

function lowestTenth(samples) {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 10)];
}

/** Lints come one by one in an editor: between two, what the last one held is let go. */
async function cpuOf(run) {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  await setImmediate();
  return (user + system) / 1000;
}
