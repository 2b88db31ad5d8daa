import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(
  new URL("../node_modules/dependency-cruiser/bin/dependency-cruise.mjs", import.meta.url),
);

export const dependencyCruiser = {
  name: "dependency-cruiser 17",
  prepare({ root, users, pool, scratch }) {
    const config = join(scratch, "dependency-cruiser.json");
    const crossing = (from, to) => ({
      name: `${from} to ${to}`,
      severity: "error",
      from: { path: `^${quote(from)}/` },
      to: { path: `^${quote(to)}/` },
    });
    const tsConfig = ["tsconfig.json", "tsconfig.base.json"].find((name) =>
      existsSync(join(root, name)),
    );
    writeFileSync(
      config,
      JSON.stringify({
        forbidden: [crossing(users, pool), crossing(pool, users)],
        options: {
          tsPreCompilationDeps: true,
          doNotFollow: { path: "node_modules" },
          exclude: { path: "(^|/)(node_modules|dist)/" },
          ...(tsConfig ? { tsConfig: { fileName: tsConfig } } : {}),
          enhancedResolveOptions: {
            exportsFields: ["exports"],
            conditionNames: ["import", "require", "node", "default", "types"],
            extensions: [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"],
          },
        },
      }),
    );
    return { args: [command, "--config", config, "--output-type", "json", "."], cwd: root };
  },
  crossings({ stdout }) {
    return JSON.parse(stdout).summary.violations.map(({ from, to }) => ({
      file: from,
      target: to,
    }));
  },
};

const quote = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
