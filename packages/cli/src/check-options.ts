import type { Level } from "@domain-isolation/model";
import type { TypeMode } from "@domain-isolation/scanner";
import type { CheckFlags, SchemaFlags } from "./arguments.js";
import { CannotRun } from "./exit.js";
import { didYouMean } from "./did-you-mean.js";
import { unknownFormat } from "./formats.js";

/** A format, and the file that it goes to; null is standard output. */
export interface OutputChoice {
  readonly format: string;
  readonly file: string | null;
}

const levels = { off: "off", warn: "warn", error: "error" } as const;
const typeModes = { auto: "auto", on: "on", off: "off" } as const;

/** @throws {CannotRun} for a format that there is not, and for two that go to one file. */
export function readFormats(
  flags: CheckFlags | SchemaFlags,
  known: readonly string[],
): readonly OutputChoice[] {
  const choices = (flags.format ?? ["pretty"]).map((word) => readFormat(word, known));
  const files = choices.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined)
    throw new CannotRun(`two formats cannot both be written to \`${twice}\``);
  return choices;
}

function readFormat(word: string, known: readonly string[]): OutputChoice {
  const [format = "", ...rest] = word.split("=");
  if (!known.includes(format)) throw unknownFormat(format, known);
  const file = rest.join("=");
  return { format, file: file === "" || file === "-" ? null : file };
}

/** The levels of `--rule ID=level`; a later one wins. */
export function readLevels(
  words: readonly string[] | undefined,
  ruleIds: readonly string[],
): Readonly<Record<string, Level>> {
  return Object.fromEntries((words ?? []).map((word) => readLevel(word, ruleIds)));
}

function readLevel(word: string, ruleIds: readonly string[]): [string, Level] {
  const [, id, name] = /^([^=]+)=(.*)$/su.exec(word) ?? [];
  if (id === undefined || name === undefined) {
    throw new CannotRun(
      `--rule takes ID=level, as in \`--rule no-domain-cycle=warn\`, not "${word}"`,
    );
  }
  if (id !== "*" && !ruleIds.includes(id)) {
    const hint = didYouMean(id, ruleIds) || `; the rules are ${ruleIds.join(", ")}`;
    throw new CannotRun(`unknown rule "${id}"${hint}`);
  }
  const level = Object.values(levels).find((known) => known === name);
  if (level !== undefined) return [id, level];
  const hint = didYouMean(name, Object.keys(levels)) || "; a level is off, warn or error";
  throw new CannotRun(`unknown level "${name}" for rule "${id}"${hint}`);
}

/** @throws {CannotRun} unless it is a mode of `--types`. */
export function readTypeMode(name: string): TypeMode {
  const mode = Object.values(typeModes).find((known) => known === name);
  if (mode !== undefined) return mode;
  const hint = didYouMean(name, Object.keys(typeModes)) || "; it takes auto, on or off";
  throw new CannotRun(`unknown mode "${name}" for --types${hint}`);
}
