import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createModuleGraph } from "@domain-isolation/module-graph";

/** Bytes. What costs the same for every file is felt in the small ones. */
const sizes = [1000, 3000, 6000, 14_000, 40_000];
const statementSizes = [3000, 6000];
const barrelSizes = [300, 1000, 4000];

/**
 * Files to be linted, by class: a size, and whether they send statements or are barrels.
 * @returns {readonly { name: string, files: readonly string[] }[]}
 */
export function samplesOf({ root, users, pool, files }, perClass) {
  const owned = files
    .filter((file) => isBelow(file, users) || isBelow(file, pool))
    .filter((file) => /\.tsx?$/u.test(file) && !file.endsWith(".d.ts"))
    .map((file) => ({ file, size: statSync(join(root, file)).size }))
    .filter(({ size }) => size > 0 && size < 100_000)
    .map((entry) => ({
      ...entry,
      isBarrel: isBarrel(readFileSync(join(root, entry.file), "utf8")),
    }));
  const { data } = createModuleGraph(root);
  const sends = ({ file }) => data(file).statements.length > 0;
  const nearest = (wanted, candidates) =>
    candidates
      .toSorted((a, b) => Math.abs(a.size - wanted) - Math.abs(b.size - wanted))
      .slice(0, perClass)
      .filter(({ size }) => size > wanted / 2 && size < wanted * 2)
      .map(({ file }) => file);
  const classes = (kind, wanted, candidates) =>
    wanted.map((size) => ({ name: `${kind} ${size} B`, files: nearest(size, candidates) }));
  return [
    ...classes(
      "file",
      sizes,
      owned.filter((entry) => !entry.isBarrel),
    ),
    ...classes("statements", statementSizes, owned.filter(sends)),
    ...classes(
      "barrel",
      barrelSizes,
      owned.filter((entry) => entry.isBarrel),
    ),
  ].filter((sample) => sample.files.length > 0);
}

function isBelow(file, folder) {
  return file.startsWith(`${folder}/`);
}

/** Nearly every line passes on what another file defines. */
function isBarrel(text) {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("//"));
  const passing = lines.filter((line) => /^export .* from ["']/u.test(line));
  return passing.length > lines.length * 0.9;
}

/** Writes files of each class into a generated repository, whose own are all of one size. */
export function writeSamples({ root, users, files }) {
  const neighbours = files.filter((file) => isBelow(file, users));
  const written = [
    ...sizes.map((size) => [`${users}/sample-${size}.ts`, sampleText(neighbours, users, size)]),
    ...barrelSizes.map((size) => [
      `${users}/barrel-${size}.ts`,
      barrelText(neighbours, users, size),
    ]),
  ];
  for (const [file, text] of written) writeFileSync(join(root, file), text);
  return written.map(([file]) => file);
}

/** An import for every 500 bytes, as in real code, and functions. */
function sampleText(neighbours, users, size) {
  const count = Math.ceil(size / 500);
  const imports = neighbours
    .slice(0, count)
    .map((file, index) => `import { used as used${index} } from "${specifier(file, users)}";\n`);
  const uses = imports.map((_, index) => `used${index}`).join(", ");
  let text = `import { z } from "zod";\n${imports.join("")}export const all = [z, ${uses}];\n`;
  for (let index = 0; text.length < size; index++) {
    text += `
/** Adds up what ${index} rows have seen. */
export function total${index}(rows: readonly { id: string; amount: number }[]): number {
  return rows.filter(({ id }) => id.startsWith("m")).reduce((sum, row) => sum + row.amount, 0);
}
`;
  }
  return text;
}

function barrelText(neighbours, users, size) {
  let text = "";
  for (const [index, file] of neighbours.entries()) {
    if (text.length >= size) break;
    text += `export { used as used${index} } from "${specifier(file, users)}";\n`;
  }
  return text;
}

function specifier(file, folder) {
  return `.${file.slice(folder.length).replace(/\.ts$/u, ".js")}`;
}
