import { auditMap } from "@domain-isolation/model";
import type { ConfigProblem } from "./config-error.js";
import { inOrder } from "./config-places.js";
import type { LoadedConfig } from "./load-config.js";

/**
 * What is wrong with a map in view of the files that there are (relative to the root, with `/`,
 * git-ignored ones left out): patterns that match nothing, files with two owners. Empty when it fits.
 */
export function auditConfig(
  { source, locate }: LoadedConfig,
  files: readonly string[],
): readonly ConfigProblem[] {
  return inOrder(
    auditMap(source, files).map(({ path, atKey, message }) => ({
      ...locate(path, atKey),
      message,
    })),
  );
}
