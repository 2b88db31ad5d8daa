import { existsSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { createJiti } from "jiti";
import { CannotRun } from "../exit.js";

/**
 * Loads the configuration of another tool, by executing it where it is code.
 *
 * @throws {CannotRun} where that fails, with what stands in the way.
 */
export async function loadSettings(path: string): Promise<unknown> {
  if (!existsSync(path)) throw new CannotRun(`there is no \`${path}\``);
  const jiti = createJiti(import.meta.url, { moduleCache: false, fsCache: false });
  try {
    const isJson = extname(path) === ".json" || /\.[a-z]+rc$/u.test(path);
    if (!isJson) return await jiti.import(path, { default: true });
    // Read as code, because comments are allowed in it.
    const text = readFileSync(path, "utf8").replace(/^\uFEFF/u, "");
    const module: unknown = jiti.evalModule(`export default (${text});`, { filename: path });
    return typeof module === "object" && module !== null && "default" in module
      ? module.default
      : module;
  } catch (error) {
    const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new CannotRun(
      `\`${path}\` can't be loaded (${said}); install what it needs, or name another file`,
    );
  }
}
