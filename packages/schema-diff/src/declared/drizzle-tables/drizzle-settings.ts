import type { Analysis, DataModule } from "@domain-isolation/source-facts";
import { textOf } from "../../readers/source-code/literals.js";
import { topOf } from "../../readers/source-code/migration-functions.js";
import type { Casing } from "./casing.js";

export interface ProjectFiles {
  readonly files: readonly string[];
  readonly text: (file: string) => string | null;
}

/** What configurations of drizzle-kit and calls of clients say: https://orm.drizzle.team/docs/drizzle-config-file */
export interface DrizzleSettings {
  readonly casing: Casing;
  /** The files whose tables drizzle-kit sees; empty where nothing tells. */
  readonly schemaFiles: ReadonlySet<string>;
}

export function drizzleSettings(project: ProjectFiles, analysis: Analysis): DrizzleSettings {
  const speaking = project.files.filter((file) => /\bdrizzle\b/u.test(project.text(file) ?? ""));
  const casings = speaking.map((file) => casingIn(file, project, analysis));
  const entries = speaking.flatMap((file) => schemaPaths(file, project));
  return {
    casing: casings.find((each) => each !== null) ?? null,
    schemaFiles: reached(entries, analysis),
  };
}

/** `casing: "snake_case"`, or a constant. */
function casingIn(file: string, { text }: ProjectFiles, analysis: Analysis): Casing {
  const [, literal, name] = /\bcasing\s*:\s*(?:["'](\w+)["']|(\w+))/u.exec(text(file) ?? "") ?? [];
  const module = name === undefined ? null : analysis.module(file);
  const place = module && topOf(module, { type: "Identifier", name });
  const casing = literal ?? (place && textOf(place, analysis));
  return casing === "snake_case" || casing === "camelCase" ? casing : null;
}

/** The files that a configuration names, from its own folder or one above, from which it is run. */
function schemaPaths(file: string, { text, files }: ProjectFiles): readonly string[] {
  const content = text(file) ?? "";
  if (!content.includes("drizzle-kit")) return [];
  const [, written = ""] = /\bschema\s*:\s*(\[[^\]]*\]|["'][^"']+["'])/u.exec(content) ?? [];
  const paths = [...written.matchAll(/["']([^"']+)["']/gu)].map(([, path = ""]) => path);
  return paths.flatMap((path) => {
    const found = foldersAbove(file).map((folder) => filesAt(folder, path, files));
    return found.find((each) => each.length > 0) ?? [];
  });
}

function foldersAbove(file: string): readonly string[] {
  const segments = file.split("/").slice(0, -1);
  return [...segments.map((_, index) => segments.slice(0, segments.length - index).join("/")), ""];
}

/** A file, all below a folder, or what stands before the first star. */
function filesAt(folder: string, path: string, files: readonly string[]): readonly string[] {
  const plain = path
    .replace(/^\.\//u, "")
    .replace(/\/?\*.*$/u, "")
    .replace(/\/$/u, "");
  const whole = folder === "" ? plain : `${folder}/${plain}`;
  return files.filter((file) => file === whole || file.startsWith(`${whole}/`));
}

/** The files, and all whose exports they pass on. */
function reached(entries: readonly string[], analysis: Analysis): ReadonlySet<string> {
  const found = new Set(entries);
  for (const file of found) {
    const module = analysis.module(file);
    for (const specifier of module ? passedOn(module) : []) {
      const target = analysis.world.resolve(file, specifier, "*");
      if (target && "file" in target) found.add(target.file);
    }
  }
  return found;
}

function passedOn({ exports }: DataModule): readonly string[] {
  const named = [...exports.named.values()].flatMap((each) =>
    "specifier" in each ? [each.specifier] : [],
  );
  return [...exports.stars, ...named];
}
