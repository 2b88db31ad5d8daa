// Compares the edges that we find in a repository with those of the TypeScript compiler and of
// dependency-cruiser, and says what kind each difference is.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
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
    tsconfig: { type: "string" },
    "no-cruiser": { type: "boolean", default: false },
  },
});
const root = realpathSync(resolve(values.repo ?? "."));
const scratch = mkdtempSync(join(tmpdir(), "domain-isolation-edges-"));
const { files, edges, graph } = ourEdges(root);
const scripts = files.filter((file) => /\.[cm]?[jt]sx?$/u.test(file));
const packages = packageFolders();
const all = [];

console.log(`${files.length} files, ${count(edges)} edges of ours`);
compare("the TypeScript compiler", typescriptEdges(root, scripts));
if (!values["no-cruiser"])
  compare("dependency-cruiser", cruiserEdges(root, scratch, values.tsconfig));
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
        specifier,
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

function kindOf(own, other, { isForm, isStrange, file, specifier }) {
  if (own === other) return own === null ? "neither" : "same";
  if (other === null)
    return `ours only: ${isForm ? "they don't see the form" : reason(specifier, own)}`;
  if (own === null) {
    if (!edges.has(file)) return "theirs only: a file that is not ours (git-ignored)";
    return isStrange ? "theirs only: we don't see it" : "theirs only: we don't resolve it";
  }
  return graph.files().includes(other) ? "another target" : "another target: theirs is git-ignored";
}

/** What they would have needed to know to resolve it. */
function reason(specifier, target) {
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  const folder = packages.get(name);
  if (folder !== undefined && target.startsWith(folder))
    return "a package of the workspace, by its name";
  if (!/\.[cm]?[jt]sx?$|\.json$/u.test(target)) return "a file that is no script";
  return specifier.startsWith(".") ? "a relative path" : "an alias or a path of a tsconfig";
}

function packageFolders() {
  const manifests = graph.files().filter((file) => /(?:^|\/)package\.json$/u.test(file));
  return new Map(
    manifests.flatMap((file) => {
      try {
        const { name } = JSON.parse(readFileSync(join(root, file), "utf8"));
        return name ? [[name, file.slice(0, -"package.json".length)]] : [];
      } catch {
        return [];
      }
    }),
  );
}

function count(map) {
  return [...map.values()].reduce(
    (sum, inner) => sum + [...inner.values()].filter((target) => target !== null).length,
    0,
  );
}
