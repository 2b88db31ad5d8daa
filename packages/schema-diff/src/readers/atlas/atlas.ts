import { linearTree } from "../../trees/linear-tree.js";
import { byName } from "../../trees/order.js";
import type { MigrationTree } from "../../trees/tree.js";
import type { MigrationReader, TreeInput } from "../reader.js";
import { findScripts } from "../scripts/find-scripts.js";
import { pairScripts, type ScriptPair } from "../scripts/pair-scripts.js";
import { readPair } from "../scripts/read-pair.js";
import type { Naming, ScriptName } from "../scripts/script.js";
import { delimiterMarkers } from "../sections/delimiters.js";
import { directivesOf } from "./directives.js";
import { compareWithSum } from "./sum-file.js";

/**
 * `<version>_name.sql`, sorted by name, each listed in `atlas.sum`:
 * https://atlasgo.io/concepts/migration-directory-integrity. The last file with `-- atlas:checkpoint`
 * stands for all before it on an empty database (https://atlasgo.io/versioned/checkpoint), and
 * `-- atlas:delimiter` parts statements otherwise (https://atlasgo.io/versioned/new).
 */
export const atlas: MigrationReader = {
  format: "atlas",
  detects(files) {
    const { base, scripts } = findScripts(files, naming);
    const hasSum = files.files.includes(base === "" ? "atlas.sum" : `${base}/atlas.sum`);
    return hasSum && scripts.length > 0 && !scripts.some(({ file }) => isOfOther.test(file));
  },
  read: readAtlas,
};

const naming: Naming = { depth: 0, scriptOf };

/** Atlas also keeps sums of trees in the form of other tools. */
const isOfOther = /\.(?:up|down)\.sql$|(?:^|\/)(?:[BUV]\d[^/]*|R)__[^/]*$/u;

function scriptOf(path: string): ScriptName | null {
  const [, id, version] = /^(([^_]+)(?:_.*)?)\.sql$/u.exec(path) ?? [];
  return id === undefined || version === undefined ? null : { version, id, way: "up" };
}

function readAtlas(input: TreeInput): MigrationTree {
  const found = findScripts(input, naming);
  const paired = pairScripts(found, (a, b) => byName(a.id, b.id));
  const sum = compareWithSum(
    input,
    found.base,
    paired.pairs.map(({ up }) => up),
  );
  const listed = paired.pairs.filter(({ up }) => !sum.unlisted.has(up));
  const read = fromCheckpoint(listed, input).map((pair) => readOne(pair, input));
  return linearTree(
    "atlas",
    input,
    read.flatMap(({ migration }) => migration ?? []),
    [
      ...found.problems,
      ...paired.problems,
      ...sum.problems,
      ...read.flatMap(({ problems }) => problems),
    ],
  );
}

function fromCheckpoint(pairs: readonly ScriptPair[], input: TreeInput): readonly ScriptPair[] {
  const last = pairs.findLastIndex(({ up }) => directivesOf(input.text(up) ?? "").isCheckpoint);
  return pairs.slice(Math.max(0, last));
}

function readOne(pair: ScriptPair, input: TreeInput) {
  const { delimiter } = directivesOf(input.text(pair.up) ?? "");
  const markers = delimiter === null ? null : delimiterMarkers(delimiter);
  return readPair(pair, { files: input, dialect: input.dialect, markers });
}
