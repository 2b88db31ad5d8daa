import type { World } from "./world.js";

const patience = 1000;
const between = 100;
const eraseLine = "\r\u001B[K";

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly clear: () => void;
}

/** `reading 1200/3000 files` on a terminal, once a run takes longer than a second. */
export function createProgress({ stderr, env, now }: World): Progress {
  const visible = stderr.isTerminal && !env.CI;
  let due = now() + patience;
  let shown = false;
  return {
    update: (done, total) => {
      if (!visible || now() < due) return;
      due = now() + between;
      shown = true;
      void stderr.write(`${eraseLine}reading ${String(done)}/${String(total)} files`);
    },
    clear: () => {
      if (shown) void stderr.write(eraseLine);
      shown = false;
    },
  };
}
