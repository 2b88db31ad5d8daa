import { parseArguments } from "./arguments.js";
import { CannotRun, exitCodes, type ExitCode } from "./exit.js";
import { formatNames } from "./formats.js";
import { packageVersion, toolName } from "./package-info.js";
import type { World } from "./world.js";

/** The whole command: words in, exit code out. Never throws. */
export async function main(world: World): Promise<ExitCode> {
  try {
    return await run(world);
  } catch (error) {
    await world.stderr.write(`${toolName}: ${failure(error, world)}\n`).catch(() => undefined);
    return exitCodes.cannotRun;
  }
}

/** What is needed for a command is loaded with it: `--help` reads no parser. */
async function run(world: World): Promise<ExitCode> {
  const version = packageVersion();
  const invocation = parseArguments(world.words, version, formatNames());
  switch (invocation.command) {
    case "print":
      await world.stdout.write(invocation.text);
      return exitCodes.clean;
    case "check":
      return (await import("./commands/check.js")).check(world, version, invocation);
    case "facts":
      return (await import("./commands/facts.js")).facts(world, invocation);
    case "baseline merge":
      return (await import("./commands/baseline-merge.js")).baselineMerge(world, invocation);
    case "schema":
      return (await import("./commands/schema.js")).schema(world, invocation.flags);
    case "schema diff":
      return (await import("./commands/schema-diff.js")).schemaDiff(world, invocation.flags);
    case "explain":
      return (await import("./commands/explain.js")).explain(world, invocation);
    case "init":
      return (await import("./commands/init.js")).init(world, invocation.flags);
    case "import": {
      const { tool, file, flags } = invocation;
      return (await import("./commands/import-map.js")).importMap(world, tool, file, flags);
    }
    case "export": {
      const { tool, flags } = invocation;
      return (await import("./commands/export-map.js")).exportMap(world, tool, flags);
    }
    case "coverage":
      return (await import("./commands/coverage.js")).coverage(world, invocation.flags);
  }
}

function failure(error: unknown, { env }: World): string {
  if (error instanceof CannotRun) return error.message;
  const said = error instanceof Error ? error.message : String(error);
  if (env.DEBUG && error instanceof Error) return error.stack ?? said;
  return (
    `something went wrong inside (${said.split("\n")[0] ?? ""}); ` +
    "please report it with what DEBUG=1 prints"
  );
}
