import { readFileSync } from "node:fs";

/** The name under which the command speaks. */
export const toolName = "check-domain-isolation";

export function packageVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const info: unknown = JSON.parse(text);
  const version = typeof info === "object" && info !== null && "version" in info && info.version;
  return typeof version === "string" ? version : "unknown";
}
