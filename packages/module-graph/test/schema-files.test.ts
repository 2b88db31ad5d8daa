import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createModuleGraph } from "../src/index.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "schema-files-"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const file = "schema.prisma";
const write = (text: string | Buffer) => {
  writeFileSync(join(root, file), text);
};
const unreadable = () => createModuleGraph(root).view(file).unreadable;

const datasource = `datasource db {\n  provider = "sqlite"\n  url = env("DATABASE_URL")\n}\n`;

describe("a file of a Prisma schema", () => {
  it("has nothing unreadable where all of it was understood", () => {
    write(`${datasource}model User {\n  id Int @id\n}\n`);
    expect(unreadable()).toEqual([]);
  });

  it("says what it could not read, at its place", () => {
    const text = `${datasource}model User {\n  id Int @id\n`;
    write(text);
    const [fact] = unreadable();
    expect(fact?.reason).toContain("User");
    expect(fact?.span.start).toBeGreaterThan(datasource.length - 1);
  });

  it("says that it can't be read at all", () => {
    write(Buffer.from([0x6d, 0xff, 0xfe, 0x00]));
    expect(unreadable()).toMatchObject([{ kind: "unreadable", span: { start: 0, end: 0 } }]);
  });

  it("reads the variables of the environment that it names", () => {
    write(datasource);
    const [fact] = createModuleGraph(root).data(file).env;
    const written = datasource.slice(fact?.span.start, fact?.span.end);
    expect({ name: fact?.name, written }).toEqual({
      name: "DATABASE_URL",
      written: '"DATABASE_URL"',
    });
  });
});
