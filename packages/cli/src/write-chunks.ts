import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CannotRun } from "./exit.js";
import type { Output } from "./world.js";

const enough = 64 * 1024;

/** Writes as fast as it is read, so that no output is ever held as a whole. */
export async function writeChunks(output: Output, chunks: Iterable<string>): Promise<void> {
  for (const part of gathered(chunks)) {
    await output.write(part);
    if (output.isClosed()) return;
  }
}

/** @throws {CannotRun} when the file cannot be written; `name` is what the user calls it. */
export function writeFileChunks(path: string, name: string, chunks: Iterable<string>): void {
  const file = attempt(name, () => {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, "w");
  });
  try {
    for (const part of gathered(chunks)) {
      attempt(name, () => {
        writeFileSync(file, part);
      });
    }
  } finally {
    closeSync(file);
  }
}

function* gathered(chunks: Iterable<string>): Generator<string> {
  let part = "";
  for (const chunk of chunks) {
    part += chunk;
    if (part.length < enough) continue;
    yield part;
    part = "";
  }
  if (part !== "") yield part;
}

function attempt<Result>(name: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotRun(`the output file \`${name}\` cannot be written: ${reason}`);
  }
}
