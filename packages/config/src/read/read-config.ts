import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { configEndings } from "../config-endings.js";
import type { ConfigPlace } from "../config-error.js";
import type { PlacedNode } from "./placed-node.js";
import { readJson } from "./read-json.js";
import { readScript } from "./read-script.js";

/** What a configuration file says, before anybody has asked whether it makes sense. */
export interface RawConfig {
  readonly text: string;
  readonly value: unknown;
  readonly places: PlacedNode;
  readonly problems: readonly ReadProblem[];
  /** The files that were read, absolute, this one included. */
  readonly dependencies: readonly string[];
}

/** Something that stands in the way of reading, in this file or in one that it imports. */
export interface ReadProblem {
  readonly message: string;
  readonly at: { readonly offset: number } | ConfigPlace;
}

export function readConfig(path: string): RawConfig {
  const nothing = { text: "", value: undefined, places: { offset: 0, entries: [] } };
  const text = readText(path);
  if (typeof text !== "string") {
    return {
      ...nothing,
      problems: [{ message: text.reason, at: { offset: 0 } }],
      dependencies: [path],
    };
  }
  if (extname(path) === ".json") return { text, dependencies: [path], ...readJson(text) };
  if (configEndings.some((ending) => ending === extname(path))) {
    return { text, ...readScript(path, text) };
  }
  const message = `a configuration ends in ${configEndings.join(", ")}; rename it or write it as one of these`;
  return { ...nothing, problems: [{ message, at: { offset: 0 } }], dependencies: [path] };
}

function readText(path: string): string | { readonly reason: string } {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    return { reason: unreadableReason(error) };
  }
}

function unreadableReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "the configuration can't be read, because the file doesn't exist";
  if (code === "EISDIR") return "the configuration can't be read, because it is a folder";
  if (code === "EACCES") return "the configuration can't be read, because permission is denied";
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
    return "the configuration isn't UTF-8; save it in that encoding";
  }
  return "the configuration can't be read";
}
