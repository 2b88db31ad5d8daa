/**
 * Packs what is published: `node scripts/pack.mjs DIR`, after a build. In a checkout, each module is a
 * file; in a package, all that one entry needs is one file, because loading hundreds of small ones
 * costs a command more than its work on a small repository. Types stay as TypeScript writes them.
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { rolldown } from "rolldown";

const repository = resolve(import.meta.dirname, "..");
const [target] = process.argv.slice(2);
if (target === undefined) throw new Error("name the folder for the packages");

/** It looks into its own folder for its reporters, and loads its commands one by one. */
const leftAsItIs = new Set(["check-domain-isolation"]);

const stage = mkdtempSync(join(tmpdir(), "pack-"));
try {
  const folders = workspaces();
  for (const folder of folders) await prepare(folder, join(stage, relative(repository, folder)));
  const staged = folders.map((folder) => join(stage, relative(repository, folder)));
  mkdirSync(resolve(target), { recursive: true });
  execFileSync("npm", ["pack", ...staged, "--pack-destination", resolve(target), "--silent"], {
    cwd: stage,
    stdio: "inherit",
  });
} finally {
  rmSync(stage, { recursive: true });
}

/** The workspaces of the manifest are folders, and `packages/*`. */
function workspaces() {
  const { workspaces: patterns } = manifestOf(repository);
  const folders = patterns.flatMap((pattern) => {
    if (!pattern.endsWith("/*")) return [pattern];
    const above = pattern.slice(0, -2);
    return readdirSync(join(repository, above)).map((name) => join(above, name));
  });
  return folders
    .map((folder) => join(repository, folder))
    .filter((folder) => existsSync(join(folder, "package.json")));
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/** Copies what the manifest publishes, and puts one file in the place of each entry's modules. */
async function prepare(folder, to) {
  const manifest = manifestOf(folder);
  mkdirSync(to, { recursive: true });
  const isBundled = !leftAsItIs.has(manifest.name);
  for (const path of ["package.json", ...manifest.files]) {
    if (!existsSync(join(folder, path))) continue;
    cpSync(join(folder, path), join(to, path), {
      recursive: true,
      filter: (file) => !(isBundled && file.endsWith(".js")) && !file.endsWith(".tsbuildinfo"),
    });
  }
  if (isBundled) await bundle(folder, to, entriesOf(manifest));
}

function entriesOf({ exports }) {
  return Object.values(exports)
    .map((entry) => entry.default)
    .filter((path) => path?.endsWith(".js"));
}

async function bundle(folder, to, entries) {
  const input = Object.fromEntries(
    entries.map((path) => [path.replace(/^\.\/|\.js$/gu, ""), join(folder, path)]),
  );
  const build = await rolldown({
    input,
    cwd: folder,
    platform: "node",
    external: (id) => !/^(?:\.|\/)/u.test(id),
    treeshake: false,
  });
  await build.write({
    dir: to,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "dist/[name]-[hash].js",
  });
  await build.close();
}
