import type { Reader } from "../extraction.js";
import { addUrl, isModuleUrl } from "./module-url.js";
import { readWorker } from "./worker.js";

/** `new URL("./x", import.meta.url)` and workers */
export const readNew: Reader = (node, ancestors, extraction) => {
  if (extraction.told.has(node)) return;
  if (isModuleUrl(node, ancestors, extraction)) addUrl("new-url", node, ancestors, extraction);
  else readWorker(node, ancestors, extraction);
};
