import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../command.mjs";
import { dataMap, domainMap } from "../domain-map.mjs";

const importsOnly = { "*": "off", "no-cross-domain-import": "error" };

/** The one rule that the peers have too. */
export const ours = contestant("check-domain-isolation", {
  map: (repository) => ({ ...domainMap(repository), rules: importsOnly }),
  types: "off",
});

/** All rules, as they are set where nothing is said of them. */
export const oursWithData = contestant("  with data rules", { map: dataMap, types: "off" });

/** The same, and types where the code alone doesn't tell. */
export const oursWithTypes = contestant("  and --types on", { map: dataMap, types: "on" });

function contestant(name, { map, types }) {
  return {
    name,
    prepare(repository) {
      const { root, scratch } = repository;
      const config = join(scratch, `${name.trim().replaceAll(" ", "-")}.json`);
      writeFileSync(config, JSON.stringify(map(repository)));
      const output = ["--format", "json", "--types", types, "--no-cache"];
      return { args: [command, "--root", root, "--config", config, ...output], cwd: root };
    },
    crossings({ stdout }) {
      return JSON.parse(stdout)
        .findings.filter(({ ruleId }) => ruleId === "no-cross-domain-import")
        .map(({ file, line, data, tier }) => ({ file, line, target: data.path[0], tier }));
    },
  };
}
