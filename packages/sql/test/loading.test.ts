import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

// What is built, as it is installed: in processes of their own, since a grammar is loaded but once.
const built = new URL("../dist/index.js", import.meta.url).href;
const path = JSON.stringify(fileURLToPath(built));
const dialects = ["postgresql", "mysql", "sqlite"];

const read = `
  const text = "SELECT * FROM a JOIN b ON true";
  const names = ${JSON.stringify(dialects)}.map((dialect) =>
    readSql([{ kind: "text", text }], dialect).tables.map(({ name }) => name).join());
`;
const report = `console.log(names.join(" "));`;

function run(code: string, type: "commonjs" | "module"): string {
  const flags = [`--input-type=${type}`, "--no-warnings", "-e", code];
  return execFileSync(process.execPath, flags, { encoding: "utf8" }).trimEnd();
}

describe("the built package", () => {
  it("is loaded by require, and reads at once", () => {
    const code = `const { readSql } = require(${path}); ${read} ${report}`;
    expect(run(code, "commonjs")).toBe("a,b a,b a,b");
  });

  it("is loaded by import, and reads at once", () => {
    const code = `import { readSql } from ${JSON.stringify(built)}; ${read} ${report}`;
    expect(run(code, "module")).toBe("a,b a,b a,b");
  });

  it("reads in a worker thread, and several at once", () => {
    const worker = `
      const { parentPort } = require("node:worker_threads");
      const { readSql } = require(${path}); ${read} parentPort.postMessage(names.join(" "));`;
    const code = `
      const { Worker } = require("node:worker_threads");
      for (let i = 0; i < 2; i++) {
        new Worker(${JSON.stringify(worker)}, { eval: true }).on("message", console.log);
      }`;
    expect(run(code, "commonjs").split("\n")).toEqual(["a,b a,b a,b", "a,b a,b a,b"]);
  });

  it("loads no grammar before the first text of its dialect, and then only that one", () => {
    const code = `
      const loads = [];
      const compile = WebAssembly.Module;
      WebAssembly.Module = new Proxy(compile, {
        construct(target, [bytes]) { loads.push(bytes.length > 3e6 ? "sqlparser" : "postgresql");
          return new target(bytes); },
      });
      const { readSql } = require(${path});
      const read = (text, dialect) => {
        readSql([{ kind: "text", text }], dialect);
        console.log([text, ...loads].join(" | "));
      };
      console.log(["loaded", ...loads].join(" | "));
      read("", "postgresql"); read("-- nothing", "mysql");
      read("SELECT 1", "postgresql"); read("SELECT 2", "postgresql");
      read("SELECT 1", "mysql"); read("SELECT 1", "sqlite");`;
    expect(run(code, "commonjs").split("\n")).toEqual([
      "loaded",
      "",
      "-- nothing",
      "SELECT 1 | postgresql",
      "SELECT 2 | postgresql",
      "SELECT 1 | postgresql | sqlparser",
      "SELECT 1 | postgresql | sqlparser",
    ]);
  });

  it("leaves nothing behind that keeps a process alive, and says nothing by itself", () => {
    const code = `const { readSql } = require(${path}); ${read}
      readSql([{ kind: "text", text: "SELECT 1" + " + 1".repeat(30000) }], "postgresql");`;
    expect(run(code, "commonjs")).toBe("");
  });
});
