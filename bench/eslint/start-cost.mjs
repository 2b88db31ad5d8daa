import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { measure } from "../measure.mjs";
import { median } from "../median.mjs";

const resolved = (specifier) => fileURLToPath(import.meta.resolve(specifier));
const eslint = join(resolved("eslint/package.json"), "../bin/eslint.js");

/** CPU seconds of `eslint FILE` from start to end: with the parser alone, and with our rules. */
export function startCost(root, file, scratch, runs) {
  const commands = {
    without: command(root, file, join(scratch, "without.config.mjs"), false),
    with: command(root, file, join(scratch, "with.config.mjs"), true),
  };
  const samples = { without: [], with: [] };
  for (let run = 0; run < runs; run++) {
    for (const name of ["without", "with"]) samples[name].push(measure(commands[name]).cpu);
  }
  const ratios = samples.with.map((cpu, run) => cpu / samples.without[run]);
  return { without: median(samples.without), with: median(samples.with), ratio: median(ratios) };
}

function command(root, file, config, isOurs) {
  const load = (names, path) => `import ${names} from ${JSON.stringify(pathToFileURL(path))};\n`;
  const configs = fileURLToPath(new URL("configs.mjs", import.meta.url));
  const ours = isOurs ? ", importRules(plugin)" : "";
  const text =
    load("* as parser", resolved("@typescript-eslint/parser")) +
    load("{ importRules, typescript }", configs) +
    (isOurs ? load("plugin", resolved("eslint-plugin-domain-isolation")) : "") +
    `export default [typescript(parser)${ours}];\n`;
  writeFileSync(config, text);
  return { args: [eslint, "--config", config, "--format", "json", file], cwd: root };
}
