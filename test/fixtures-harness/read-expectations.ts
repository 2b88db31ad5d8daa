import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseExpectation, type Expectation } from "./expectation.js";

const comment = /(?:\/\/|\/\*|<!--|#|--)\s*expect:(?<list>.*?)(?:\*\/.*|-->.*)?$/u;

/** Every expectation below a folder, in the order of files and lines. */
export function readExpectations(root: string): readonly Expectation[] {
  return filesBelow(root).flatMap((path) => {
    const file = relative(root, path).split(sep).join("/");
    return expectationsIn(file, readFileSync(path, "utf8"));
  });
}

export function expectationsIn(file: string, text: string): readonly Expectation[] {
  let line = 0;
  return text.split(/\r?\n/u).flatMap((content, index) => {
    const found = comment.exec(content);
    const standsAlone = found !== null && content.slice(0, found.index).trim() === "";
    if (!standsAlone) line = index + 1;
    const list = found?.groups?.list;
    if (list === undefined) return [];
    if (line === 0) throw new Error(`${file}:${String(index + 1)}: there is no line above`);
    return list.split(",").map((entry) => parseExpectation(entry, { file, line }));
  });
}

/** Installed and built things hold no expectations. */
const skipped = new Set(["node_modules", "dist"]);

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
}
