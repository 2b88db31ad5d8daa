import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measure } from "../measure.mjs";

const command = fileURLToPath(
  new URL("../node_modules/dependency-cruiser/bin/dependency-cruise.mjs", import.meta.url),
);

/** The edges that dependency-cruiser finds, as file → specifier → target below the root, or null. */
export function cruiserEdges(root, scratch, chosen) {
  const config = join(scratch, "edges.json");
  const usual = ["tsconfig.json", "tsconfig.base.json"];
  const tsConfig = chosen ?? usual.find((name) => existsSync(join(root, name)));
  writeFileSync(
    config,
    JSON.stringify({
      options: {
        tsPreCompilationDeps: true,
        doNotFollow: { path: "node_modules" },
        exclude: { path: "(^|/)(node_modules|dist)/" },
        ...(tsConfig ? { tsConfig: { fileName: tsConfig } } : {}),
        enhancedResolveOptions: {
          exportsFields: ["exports"],
          conditionNames: ["import", "require", "node", "default", "types"],
          extensions: [
            ".ts",
            ".tsx",
            ".d.ts",
            ".mts",
            ".cts",
            ".js",
            ".jsx",
            ".mjs",
            ".cjs",
            ".vue",
          ],
        },
      },
    }),
  );
  const { stdout, stderr } = measure({
    args: [command, "--config", config, "--output-type", "json", "."],
    cwd: root,
  });
  if (!stdout) throw new Error(stderr);
  return new Map(
    JSON.parse(stdout).modules.map(({ source, dependencies }) => [
      source,
      new Map(
        dependencies.map(({ module, resolved, couldNotResolve }) => [
          module,
          couldNotResolve || !existsSync(join(root, resolved)) ? null : resolved,
        ]),
      ),
    ]),
  );
}
