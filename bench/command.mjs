import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const bin = (folder) =>
  fileURLToPath(new URL(`${folder}/bin/check-domain-isolation.js`, import.meta.url));

const installed = bin("node_modules/check-domain-isolation");

/** The command as users have it, from the packed packages; else that of the checkout. */
export const command = existsSync(installed) ? installed : bin("../packages/cli");
