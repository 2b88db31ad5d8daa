import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import { readPrismaSchema, type PrismaFile } from "../src/index.js";
import { generatedSchema } from "./generated-schema.js";
import { understoodByPrisma, understoodByUs } from "./prisma-oracle.js";
import { sampleSchema } from "./sample-schema.js";

// Prisma's reader panics at some broken texts, and looks here for whom to tell.
beforeAll(() => {
  vi.stubGlobal("PRISMA_WASM_PANIC_REGISTRY", { set_message: () => undefined });
});

/** Compares with Prisma. False where Prisma refuses the schema. */
function isUnderstoodAlike(files: readonly PrismaFile[]): boolean {
  const prisma = understoodByPrisma(files);
  if (!prisma) return false;
  const ours = readPrismaSchema(files);
  expect(ours.problems).toEqual([]);
  expect(understoodByUs(ours)).toEqual(prisma);
  return true;
}

test("the sample", () => {
  expect(isUnderstoodAlike(sampleSchema)).toBe(true);
});

const mongo = `datasource mongo {
  provider = "mongodb"
}
type Address {
  street String @map("st")
  rooms  Room[]
}
type Room {
  size Int?
}
model Person {
  id        String   @id @default(auto()) @map("_id") @mongo.ObjectId
  address   Address?
  friendIds String[] @mongo.ObjectId
  friends   Person[] @relation("F", fields: [friendIds], references: [id])
  ofIds     String[] @mongo.ObjectId
  friendOf  Person[] @relation("F", fields: [ofIds], references: [id])
  @@index([address.street])
  @@fulltext([id])
  @@map("people")
}
`;
const mysql = `datasource db {
  provider     = "mysql"
  relationMode = "prisma"
}
model Post {
  id    Int    @id
  title String @db.VarChar(191)
  body  String @db.Text()
  views Int    @default(0) @db.UnsignedInt
  @@fulltext([title, body], map: "ft")
  @@index(title(length: 10))
  @@unique([title, views], name: "n")
}
`;
test.each([
  ["MongoDB", mongo],
  ["MySQL", mysql],
  ["Windows", mysql.replaceAll("\n", "\r\n")],
  ["an old Mac", mysql.replaceAll("\n", "\r")],
  ["no end of line", mysql.trimEnd()],
  ["blanks of all kinds", mysql.replaceAll(" ", "\u00A0\t\u3000")],
])("%s", (_name, text) => {
  expect(isUnderstoodAlike([{ file: "schema.prisma", text }])).toBe(true);
});

test("generated schemas, in one file or in several", () => {
  let compared = 0;
  fc.assert(
    fc.property(generatedSchema, fc.boolean(), (text, isSplit) => {
      const texts = isSplit ? text.split(/(?<=^\})\n/mu) : [text];
      const files = texts.map((each, index) => ({ file: `${String(index)}.prisma`, text: each }));
      if (isUnderstoodAlike(files)) compared++;
    }),
    { numRuns: 100, seed: 1 },
  );
  expect(compared).toBeGreaterThan(80);
});

/** What Prisma passes over without a word, and we don't. */
const overlooked =
  /^[} ]*(?:model|enum|view|type|generator|datasource)(?:\w+ *\{|.*\{ *(?!\/\/)\S)/mu;

test("edited samples, wherever Prisma takes them", () => {
  const edit = fc.record({
    file: fc.nat(sampleSchema.length - 1),
    at: fc.nat(),
    length: fc.nat(6),
    patch: fc.constantFrom(
      "",
      " ",
      "\n",
      "/",
      "//",
      "/*",
      "*/",
      '"',
      "x",
      "9",
      "@",
      "[]",
      "{",
      "}",
      ",",
      "?",
    ),
  });
  let compared = 0;
  fc.assert(
    fc.property(edit, ({ file: edited, at, length, patch }) => {
      const files = sampleSchema.map(({ file, text }, index) => {
        const from = at % text.length;
        const changed = text.slice(0, from) + patch + text.slice(from + length);
        return { file, text: index === edited ? changed : text };
      });
      if (files.some(({ text }) => overlooked.test(text))) return;
      if (isUnderstoodAlike(files)) compared++;
    }),
    { numRuns: 500, seed: 1 },
  );
  expect(compared).toBeGreaterThan(100);
});
