// Compares the edges that we find in a repository with those of the TypeScript compiler and of
// dependency-cruiser, and says what kind each difference is.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { cruiserEdges } from "./edges/cruiser-edges.mjs";
import { ourEdges } from "./edges/our-edges.mjs";
import { typescriptEdges } from "./edges/typescript-edges.mjs";

const { values } = parseArgs({
  options: {
    repo: { type: "string" },
    list: { type: "string" },
    "no-cruiser": { type: "boolean", default: false },
  },
});
const root = realpathSync(resolve(values.repo ?? "."));
const scratch = mkdtempSync(join(tmpdir(), "domain-isolation-edges-"));
const { files, edges, graph } = ourEdges(root);
const scripts = files.filter((file) => /\.[cm]?[jt]sx?$/u.test(file));
const all = [];

console.log(`${files.length} files, ${count(edges)} edges of ours`);
compare("the TypeScript compiler", typescriptEdges(root, scripts));
if (!values["no-cruiser"]) compare("dependency-cruiser", cruiserEdges(root, scratch));
if (values.list) writeFileSync(values.list, `${all.sort().join("\n")}\n`);
rmSync(scratch, { recursive: true });

function compare(name, theirs) {
  const tally = new Map();
  for (const file of new Set([...edges.keys(), ...theirs.keys()])) {
    const own = edges.get(file) ?? new Map();
    const other = theirs.get(file) ?? new Map();
    for (const specifier of new Set([...own.keys(), ...other.keys()])) {
      const kind = kindOf(own.get(specifier) ?? null, other.get(specifier) ?? null, {
        isForm: own.has(specifier) && !other.has(specifier),
        isStrange: !own.has(specifier),
        file,
      });
      tally.set(kind, (tally.get(kind) ?? 0) + 1);
      if (kind !== "same" && kind !== "neither") {
        all.push(
          [name, kind, file, specifier, own.get(specifier), other.get(specifier)].join("\t"),
        );
      }
    }
  }
  console.log(`\n${name}: ${count(theirs)} edges`);
  for (const [kind, number] of [...tally].sort((a, b) => b[1] - a[1])) {
    console.log(`  ${String(number).padStart(6)}  ${kind}`);
  }
}

function kindOf(own, other, { isForm, isStrange, file }) {
  if (own === other) return own === null ? "neither" : "same";
  if (other === null)
    return isForm ? "ours only: they don't see the form" : "ours only: they don't resolve it";
  if (own === null) {
    if (!edges.has(file)) return "theirs only: a file that is not ours (git-ignored)";
    return isStrange ? "theirs only: we don't see it" : "theirs only: we don't resolve it";
  }
  return graph.files().includes(other) ? "another target" : "another target: theirs is git-ignored";
}

function count(map) {
  return [...map.values()].reduce(
    (sum, inner) => sum + [...inner.values()].filter((target) => target !== null).length,
    0,
  );
}
