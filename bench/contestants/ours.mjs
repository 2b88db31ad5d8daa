import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(
  new URL("../../packages/cli/bin/check-domain-isolation.js", import.meta.url),
);

export const ours = {
  name: "check-domain-isolation",
  prepare({ root, users, pool, scratch }) {
    const config = join(scratch, "domain-isolation.config.json");
    const domain = (folder) => ({ files: [`${escape(folder)}/**`], mayUse: [] });
    const map = { domains: { users: domain(users), pool: domain(pool) } };
    writeFileSync(
      config,
      JSON.stringify({ ...map, rules: { "*": "off", "no-cross-domain-import": "error" } }),
    );
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

const escape = (folder) => folder.replaceAll(/[*?{}\\]/gu, "\\$&");
