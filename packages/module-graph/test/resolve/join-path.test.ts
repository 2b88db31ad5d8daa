import { posix } from "node:path";
import { expect, it } from "vitest";
import { joinPath } from "../../src/resolve/join-path.js";

const parts = ["", ".", "..", "x", ".x", "x.ts", "..x", "…"];
const specifiers = parts.flatMap((a) =>
  parts.flatMap((b) => [a, `${a}/${b}`, ...parts.map((c) => `${a}/${b}/${c}`)]),
);

it.each(["/", "/a", "/a/b", "/a/b c/d", "C:/a"])("joins to %s as Node does", (folder) => {
  for (const specifier of specifiers) {
    expect(joinPath(folder, specifier), specifier).toBe(posix.join(folder, specifier));
  }
});
