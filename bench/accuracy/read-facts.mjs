import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { groupAccesses } from "./group-accesses.mjs";

const command = fileURLToPath(
  new URL("../../packages/cli/bin/check-domain-isolation.js", import.meta.url),
);

/**
 * What our tool found: the tables that statements touch, and the statements that are opaque.
 * @param {{ repo?: string, facts?: string }} source a checkout to read, or what was printed for it
 */
export function readFacts({ repo, facts }) {
  const text = facts ? readFileSync(facts, "utf8") : printFacts(repo);
  const statements = text
    .split("\n")
    .filter((line) => line.includes('"kind":"statement"'))
    .map((line) => JSON.parse(line));
  return {
    found: groupAccesses(statements.flatMap(touches)),
    opaque: statements.filter(({ opaque }) => opaque),
  };
}

function printFacts(repo) {
  const { stdout, stderr, status, error } = spawnSync(
    process.execPath,
    [command, "facts", "--format", "jsonl", "--root", repo],
    { encoding: "utf8", maxBuffer: 2 ** 29 },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`The facts of ${repo} could not be read: ${stderr}`);
  return stdout;
}

function touches(statement) {
  const { file, line, column, endLine, library, opaque } = statement;
  return statement.tables.map((table) => ({
    file,
    statement: `${file}:${line}:${column}`,
    startLine: line,
    line: table.line,
    column: table.column,
    endLine,
    names: [table.name, table.entity].filter(Boolean).map((name) => name.toLowerCase()),
    access: table.access,
    via: table.via,
    library,
    opaque,
  }));
}
