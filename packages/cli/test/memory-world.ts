import type { Output, World } from "../src/world.js";

export interface MemoryOutput extends Output {
  readonly text: () => string;
}

export function memoryOutput(isTerminal = false): MemoryOutput {
  let written = "";
  return {
    isTerminal,
    columns: isTerminal ? 80 : undefined,
    isClosed: () => false,
    write: (text) => {
      written += text;
      return Promise.resolve();
    },
    text: () => written,
  };
}

type MemoryWorld = World & { readonly stdout: MemoryOutput; readonly stderr: MemoryOutput };

/** A world that remembers what is written to it. */
export function memoryWorld(words: readonly string[], rest: Partial<World> = {}): MemoryWorld {
  return {
    words,
    cwd: process.cwd(),
    env: {},
    today: "2026-11-21",
    now: () => 0,
    ...rest,
    stdout: memoryOutput(),
    stderr: memoryOutput(),
  };
}
