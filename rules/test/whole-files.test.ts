import {
  compileMap,
  evaluateProject,
  type ProjectView,
  type UnreadableFact,
} from "@domain-isolation/model";
import { describe, expect, it } from "vitest";
import unassigned from "../no-unassigned-file/rule.js";
import unreadable from "../no-unreadable-file/rule.js";
import { projectOf } from "./code.js";
import { judged, usersAndPool } from "./judged.js";

describe("a file without an owner", () => {
  it.each([
    ["src/users/a.ts", false],
    ["src/lib/a.ts", false],
    ["src/a.test.ts", false],
    ["scripts/a.ts", false], // ignored
    ["src/a.ts", true],
    ["src/usersx/a.ts", true],
  ])("%s", (file, isTold) => {
    const map = { ...usersAndPool, ignore: ["scripts/**"] };
    expect(judged(unassigned, map, { [file]: [] }).length > 0).toBe(isTold);
  });

  it("is told by who wants to know it only", () => {
    const map = compileMap(usersAndPool);
    const found = evaluateProject(
      { map, rules: { unassigned }, today: "2026-11-01" },
      projectOf({ "src/a.ts": [] }),
    );
    expect(found).toEqual([]);
  });
});

describe("a file that can't be read", () => {
  it("is told at each place with the reason, whoever owns it", () => {
    const at = (start: number, reason: string): UnreadableFact => ({
      kind: "unreadable",
      span: { start, end: start + 1 },
      reason,
    });
    const project: ProjectView = {
      ...projectOf({}),
      files: ["src/lib/a.ts", "src/users/b.ts"],
      view: (file) => ({
        file,
        imports: [],
        opaque: [],
        allowances: [],
        unreadable: file.endsWith("a.ts")
          ? [at(0, "it is not UTF-8")]
          : [at(3, "; is missing"), at(9, "} is missing")],
      }),
    };
    const map = compileMap(usersAndPool);
    const found = evaluateProject({ map, rules: { unreadable }, today: "2026-11-01" }, project);
    expect(found.map(({ message, from, span }) => [message, from, span.start])).toEqual([
      ["src/lib/a.ts can't be read whole: it is not UTF-8", null, 0],
      ["src/users/b.ts can't be read whole: ; is missing", "users", 3],
      ["src/users/b.ts can't be read whole: } is missing", "users", 9],
    ]);
  });
});
