import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/** What installing and building would add to a fixture. */
export interface Build {
  /** Package name to its folder: linked into the `node_modules` of the root. */
  readonly links: Readonly<Record<string, string>>;
  /** Folders of sources and the folders that they are compiled to. */
  readonly compiled: readonly (readonly [from: string, to: string])[];
  /** Bundles and the sources they begin with. */
  readonly bundles?: Readonly<Record<string, string>>;
}

export interface BuiltCopy {
  readonly root: string;
  /** Every output and the source it comes from. */
  readonly sources: ReadonlyMap<string, string>;
}

export function fixture(name: string): string {
  return realpathSync(join(import.meta.dirname, "../../../../fixtures", name));
}

/** A copy in a temporary folder with `node_modules` and outputs, as git never has them. */
export function builtCopy(name: string, build: Build): BuiltCopy {
  const root = temporaryFolder();
  cpSync(fixture(name), root, { recursive: true });
  for (const [packageName, folder] of Object.entries(build.links)) {
    const link = join(root, "node_modules", packageName);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, folder), link);
  }
  const sources = new Map([
    ...compiledOutputs(root, build),
    ...Object.entries(build.bundles ?? {}),
  ]);
  for (const output of sources.keys()) writeFile(join(root, output), "export {};\n");
  return { root, sources };
}

export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), "resolve-")));
}

export function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function* compiledOutputs(root: string, { compiled }: Build): Generator<[string, string]> {
  for (const [from, to] of compiled) {
    for (const entry of readdirSync(join(root, from), { recursive: true, encoding: "utf8" })) {
      const stem = /^(?!.*\.d\.)(?!lib\/)(?<stem>.*)\.tsx?$/u.exec(entry)?.groups?.stem;
      if (stem === undefined) continue;
      const source = join(from, entry);
      for (const extension of [".js", ".d.ts", ".cjs"]) yield [join(to, stem + extension), source];
    }
  }
}

/** Relative to the root, as facts name files. */
export function below(root: string, path: string): string {
  return relative(root, path).replaceAll("\\", "/");
}
