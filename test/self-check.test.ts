import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "@domain-isolation/config";
import { rules } from "@domain-isolation/rules";
import { headings, runCommand } from "./bad-input/run-command.js";
import { temporaryRepository, writeEntries } from "./bad-input/temporary-repository.js";

const repository = resolve(import.meta.dirname, "..");
const config = "domain-isolation.config.ts";

describe("our own repository", () => {
  it("is clean by its own map", () => {
    // Types cost half a minute here, and with them it is as clean.
    const outcome = runCommand(repository, ["--types", "off"]);
    expect(headings(outcome)).toEqual([]);
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
  });

  it("would not be, if a rule read files", () => {
    const root = temporaryRepository({});
    const isOurs = (path: string) => !/\/(?:dist|node_modules|test)(?:\/|$)/u.test(path);
    for (const part of ["packages", "rules", config, "package.json", "tsconfig.base.json"]) {
      cpSync(join(repository, part), join(root, part), { recursive: true, filter: isOurs });
    }
    symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
    writeEntries(root, {
      "rules/no-domain-cycle/reads.ts": [
        'import { createModuleGraph } from "@domain-isolation/module-graph";',
        'import { compileMap } from "../../packages/model/src/domain-map/compile.js";',
        "export const reads = [createModuleGraph, compileMap];",
        "",
      ].join("\n"),
    });
    expect(headings(runCommand(root, ["--types", "off"]))).toEqual([
      "rules/no-domain-cycle/reads.ts:1:35 no-cross-domain-import",
      "rules/no-domain-cycle/reads.ts:2:28 no-cross-domain-import",
    ]);
  });

  it("has the map that ARCHITECTURE.md draws", () => {
    const { domains } = loadConfig(join(repository, config), rules).map.source;
    const inMap = Object.entries(domains).map(([room, { mayUse = [] }]) => [room, mayUse]);
    const drawn = roomsOf(readFileSync(join(repository, "ARCHITECTURE.md"), "utf8"));
    expect(Object.fromEntries(inMap)).toEqual(Object.fromEntries(drawn));
  });
});

/** The rows of the table of rooms: name, and what stands under "May import". */
function roomsOf(text: string): readonly (readonly [string, readonly string[]])[] {
  const table = /^\| Room .*\n((?:\|.*\n)+)/mu.exec(text)?.[1] ?? "";
  const row = /^\| `(?:packages\/)?([\w-]+)` +\|.*\| ([^|]*?) +\|$/gmu;
  return [...table.matchAll(row)].map(([, room = "", may = ""]) => [
    room,
    may.startsWith("nothing of ours") ? [] : may.split(", "),
  ]);
}
