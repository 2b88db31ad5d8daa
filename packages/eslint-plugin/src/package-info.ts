import { readFileSync } from "node:fs";

export const packageName = "eslint-plugin-domain-isolation";

export function packageVersion(): string {
  const info: unknown = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  const version = typeof info === "object" && info !== null && "version" in info && info.version;
  return typeof version === "string" ? version : "unknown";
}
