import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The limit: read each file, parse it with oxc, resolve each static import with oxc. No rule. */
export const bareLoop = {
  name: "bare oxc loop",
  prepare({ root, files, scratch }) {
    const list = join(scratch, "files.json");
    writeFileSync(list, JSON.stringify(files));
    const script = fileURLToPath(new URL("bare-loop-program.mjs", import.meta.url));
    return { args: [script, root, list], cwd: root };
  },
  crossings: () => null,
};
