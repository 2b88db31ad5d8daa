import { CannotRun } from "./exit.js";
import type { Dialogue } from "./init/dialogue.js";
import { main } from "./main.js";
import type { Output } from "./world.js";

/**
 * Runs the command for the process that this is. Sets the exit code and lets the process end by
 * itself: `process.exit` would cut off output that is still in a pipe.
 */
export async function runProcess(): Promise<void> {
  process.exitCode = await main({
    words: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    today: localDate(new Date()),
    now: () => performance.now(),
    ...(process.stdin.isTTY && process.stdout.isTTY ? { openDialogue } : {}),
  });
}

/** Loaded where it is needed: most runs ask nothing. */
async function openDialogue(): Promise<Dialogue> {
  return (await import("./init/terminal-dialogue.js")).terminalDialogue();
}

function outputOf(stream: NodeJS.WriteStream): Output {
  let closed = false;
  // Every failed write also rejects below; without a listener the event would end the process.
  stream.on("error", () => undefined);
  return {
    isTerminal: stream.isTTY,
    // A pseudo-terminal that nobody has sized says 0.
    columns: stream.isTTY && stream.columns > 0 ? stream.columns : undefined,
    isClosed: () => closed,
    write: (text) =>
      new Promise((done, fail) => {
        if (closed) {
          done();
          return;
        }
        stream.write(text, (error) => {
          closed = error !== undefined && error !== null;
          if (error && !isBrokenPipe(error)) {
            fail(new CannotRun(`the output could not be written: ${error.message}`));
          } else done();
        });
      }),
  };
}

function isBrokenPipe(error: Error): boolean {
  return "code" in error && error.code === "EPIPE";
}

function localDate(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
