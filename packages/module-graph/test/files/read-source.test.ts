import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { afterAll, expect, it } from "vitest";
import { readSource } from "../../src/files/read-source.js";

const folder = mkdtempSync(join(tmpdir(), "read-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function read(name: string, content?: string | Uint8Array): ReturnType<typeof readSource> {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return readSource(path);
}

mkdirSync(join(folder, "folder.ts"));
symlinkSync("nowhere", join(folder, "broken.ts"));
symlinkSync("loop.ts", join(folder, "loop.ts"));
symlinkSync("folder.ts", join(folder, "to-folder.ts"));

it.each([
  ["folder.ts", undefined, "it is a folder"],
  ["to-folder.ts", undefined, "it is a folder"],
  ["broken.ts", undefined, "it is not there, or a symbolic link that leads nowhere"],
  ["loop.ts", undefined, "it is a symbolic link that leads back to itself"],
  ["latin1.ts", Buffer.from("// caf\xe9", "latin1"), "it is not UTF-8"],
  ["utf16le.ts", Buffer.from("\uFEFFlet a", "utf16le"), "it is UTF-16, not UTF-8"],
  ["utf16be.ts", Buffer.from([0xfe, 0xff, 0, 0x61]), "it is UTF-16, not UTF-8"],
  ["binary.ts", Buffer.from([0x47, 0x40, 0, 0x11]), "it is binary: it holds zero bytes"],
  ["huge.js", Buffer.alloc(7_549_747, 0x20), "it is 7.2 MB; files over 5 MB are not read"],
])("cannot read %s", (name, content, reason) => {
  expect(read(name, content)).toEqual({ reason });
});

it("leaves a byte order mark out, so that offsets are those that editors count", () => {
  const source = read("bom.ts", "\uFEFFimport 用 from './😀';");
  const text = "text" in source ? source.text : "";
  const request = parseSync("bom.ts", text).module.staticImports[0]?.moduleRequest;
  expect(text.slice(request?.start, request?.end)).toBe("'./😀'");
  expect(request?.start).toBe("import 用 from ".length);
});

it("reads minified code up to the limit", () => {
  const source = read("min.js", "f(1);".repeat(1_000_000));
  expect("text" in source && source.text.length).toBe(5_000_000);
});
