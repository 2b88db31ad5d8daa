import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { domainMap } from "../domain-map.mjs";

const command = fileURLToPath(
  new URL("../../packages/cli/bin/check-domain-isolation.js", import.meta.url),
);

export const ours = {
  name: "check-domain-isolation",
  prepare(repository) {
    const { root, scratch } = repository;
    const config = join(scratch, "domain-isolation.config.json");
    const rules = { "*": "off", "no-cross-domain-import": "error" };
    writeFileSync(config, JSON.stringify({ ...domainMap(repository), rules }));
    return { args: [command, "--root", root, "--config", config, "--format", "json"], cwd: root };
  },
  crossings({ stdout }) {
    return JSON.parse(stdout).findings.map(({ file, line, data, tier }) => ({
      file,
      line,
      target: data.path[0],
      tier,
    }));
  },
};
