import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createModuleGraph } from "@domain-isolation/module-graph";
import { afterEach, describe, expect, it } from "vitest";
import { scanProject, type TypeMode } from "../src/index.js";

const made: string[] = [];
afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true });
});

const tsconfig = '{ "compilerOptions": { "strict": true, "module": "NodeNext", "types": [] } }';
const application: Readonly<Record<string, string>> = {
  "package.json": '{ "type": "module", "dependencies": { "pg": "*" } }',
  "src/pools.ts": [
    'import { Pool } from "pg";',
    "const pools = new Map<string, Pool>();",
    'export const read = async (id: string) => pools.get(id)?.query("SELECT 1 FROM seats");',
  ].join("\n"),
};

function rootWith(files: Readonly<Record<string, string>>, installs: boolean): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "types-")));
  made.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const packages = join(import.meta.dirname, "../../../node_modules");
  if (installs) symlinkSync(packages, join(root, "node_modules"));
  return root;
}

/** Reads all data facts, and how often it had to. */
function settled(root: string, types: TypeMode) {
  const project = scanProject(createModuleGraph(root), { map: null, types });
  let jobs = 0;
  const statements = project.types.settle(() => {
    jobs++;
    return project.files.flatMap((file) => project.data(file).statements);
  });
  const reasons = new Set(project.types.undecided().map(({ reason }) => reason));
  const tiers = statements.map(({ library, tier }) => `${library} ${tier}`);
  return { jobs, tiers, reasons: [...reasons], obstacle: project.types.obstacle(project.files) };
}

describe("types", () => {
  it("tell what a method is called on, in a second round", () => {
    const root = rootWith({ ...application, "tsconfig.json": tsconfig }, true);
    const expected = { jobs: 2, tiers: ["pg typed"], reasons: [], obstacle: null };
    expect(settled(root, "auto")).toEqual(expected);
    expect(settled(root, "off")).toMatchObject({ jobs: 1, reasons: ["types are off"] });
  });

  it.each([
    ["there is no tsconfig.json", application, true],
    ["there is no node_modules", { ...application, "tsconfig.json": tsconfig }, false],
  ])("are not read where %s", (reason, files, installs) => {
    const root = rootWith(files, installs);
    expect(settled(root, "auto")).toMatchObject({ jobs: 1, reasons: [reason], obstacle: reason });
  });

  it("say why they can't be read where a tsconfig is broken", () => {
    const root = rootWith({ ...application, "tsconfig.json": "{ broken" }, true);
    const { jobs, reasons } = settled(root, "auto");
    expect(jobs).toBe(2);
    expect(reasons).toEqual([expect.stringMatching(/^its tsconfig\.json can't be read \(/u)]);
  });

  it("are not asked where nothing stays open", () => {
    const plain = 'import { Pool } from "pg";\nawait new Pool().query("SELECT 1 FROM seats");\n';
    const files = { ...application, "tsconfig.json": tsconfig, "src/pools.ts": plain };
    expect(settled(rootWith(files, true), "auto")).toMatchObject({ jobs: 1, tiers: ["pg linked"] });
  });
});
