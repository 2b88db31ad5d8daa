import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dialect } from "@domain-isolation/model";
import { isSyntaxNode, type ParsedSource } from "@domain-isolation/source-facts";
import { parseSync } from "oxc-parser";
import type { CodeFiles, TreeInput } from "../../src/index.js";

/** The folder in which this package's tests stand. */
export const testRoot = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Parsed files by their names; imports that begin with a dot lead to one of them. */
export function codeFiles(text: (file: string) => string | null): CodeFiles {
  return {
    source: (file) => parsed(file, text(file)),
    resolve: (file, specifier, name) => {
      if (!specifier.startsWith(".")) return { external: specifier, name };
      const base = posix.join(posix.dirname(file), specifier);
      const candidates = [base, base.replace(/\.js$/u, ".ts"), `${base}.ts`, `${base}.js`];
      const found = [...candidates, `${base}/index.js`].find((each) => text(each) !== null);
      return found === undefined ? null : { file: found, name };
    },
  };
}

function parsed(file: string, text: string | null): ParsedSource | null {
  if (text === null) return null;
  const { program, comments, errors } = parseSync(file, text, { preserveParens: false });
  const node: unknown = program;
  return isSyntaxNode(node) && errors.length === 0 ? { program: node, comments, text, file } : null;
}

/** A tree whose files are given. */
export function treeOf(files: Readonly<Record<string, string>>, dialect: Dialect): TreeInput {
  const text = (file: string) => files[file] ?? null;
  const names = Object.keys(files).filter((file) => file.startsWith("migrations/"));
  return { folder: "migrations", files: names.sort(), text, dialect, code: codeFiles(text) };
}

/** A folder of fixtures. */
export function treeAt(folder: string, dialect: Dialect): TreeInput {
  const files = readdirSync(join(testRoot, folder), { recursive: true, encoding: "utf8" })
    .map((file) => posix.join(folder, file.split(sep).join("/")))
    .filter((file) => statSync(join(testRoot, file)).isFile())
    .sort();
  const text = (file: string) => {
    const path = join(testRoot, file);
    return relative(testRoot, path).startsWith("..") ? null : textAt(path);
  };
  return { folder, files, text, dialect, code: codeFiles(text) };
}

function textAt(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
