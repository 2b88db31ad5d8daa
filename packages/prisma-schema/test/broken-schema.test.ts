import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPrismaSchema, type PrismaModel } from "../src/index.js";
import { sampleSchema } from "./sample-schema.js";

/** Each problem with the text that it points to. */
function problemsOf(text: string): readonly string[] {
  const { problems } = readPrismaSchema([{ file: "a.prisma", text }]);
  return problems.map(
    ({ span, reason }) => `${text.slice(span.start, span.end).split("\n").join("⏎")}: ${reason}`,
  );
}

const tail = "\nmodel Last {\n  id Int\n}\n";

describe("what is wrong, and where", () => {
  test.each([
    [
      "a field without a type",
      "model A {\n  id\n}",
      ["id: the line ends where a type is expected"],
    ],
    [
      "a name that is none",
      "model A {\n  _id Int\n}",
      ["_id Int: `_` stands where the name of a field is expected"],
    ],
    [
      "a type that is none",
      "model A {\n  a [Int]\n}",
      ["a [Int]: `[` stands where a type is expected"],
    ],
    [
      "a bracket that stays open",
      "model A {\n  a Int[\n}",
      ["a Int[: the line ends where `]` is expected"],
    ],
    [
      "an argument list over lines, which Prisma doesn't take",
      "model A {\n  a Int @default(\n    1)\n}",
      [
        "a Int @default(: the line ends where a value is expected",
        "1): `1` stands where the name of a field is expected",
      ],
    ],
    [
      "a text that stays open",
      'model A {\n  a Int @map("x)\n}',
      ['a Int @map("x): `"` stands where a value is expected'],
    ],
    [
      "a comma that lacks",
      "model A {\n  @@index([a b])\n}",
      ["@@index([a b]): `b` stands where `,` or `]` is expected"],
    ],
    [
      "something behind an attribute",
      "model A {\n  @@index([id]) id\n}",
      ["@@index([id]) id: `id` stands where the end of the line is expected"],
    ],
    [
      "an attribute for a block at a field",
      "model A {\n  id Int @@id\n}",
      ["id Int @@id: `@@` stands where `@` or the end of the line is expected"],
    ],
    [
      "a setting without a value",
      "datasource db {\n  url =\n}",
      ["url =: the line ends where a value is expected"],
    ],
    [
      "a value of an enum with a comma",
      "enum E {\n  A,\n  B\n}",
      ["A,: `,` stands where `@` or the end of the line is expected"],
    ],
    [
      "a block on one line",
      "model A { id Int }",
      ["id: the lines of `A` do not start below its `{`"],
    ],
    [
      "a closing brace at the end of a line",
      "model A {\n  id Int }",
      ["id Int }: `}` stands where `@` or the end of the line is expected"],
    ],
    ["a block that is not closed", "model A {\n  id Int", ["A: the model `A` is not closed"]],
    [
      "a keyword that is none",
      "modle A {\n  id Int\n}",
      ["modle A {⏎  id Int⏎}: `modle` starts no block of a schema"],
    ],
    [
      "a block without a name",
      "model {\n  id Int\n}",
      ["model {⏎  id Int⏎}: `model` starts no block of a schema"],
    ],
    [
      "a type alias, which Prisma no longer takes",
      "type Id = Int",
      ["type Id = Int: `type` starts no block of a schema"],
    ],
    ["text between blocks", "hello\nworld", ["hello⏎world: `hello` starts no block of a schema"]],
    ["a brace too many", "model A {\n}\n}", ["}: `}` starts no block of a schema"]],
    ["a type that nobody declares", "model A {\n  b B?\n}", ["B: no file declares the type `B`"]],
    [
      "a list that nothing leads back from",
      "model A {\n  bs Last[]\n}",
      ["Last: it can't be told which field of `Last` leads back to `A`"],
    ],
    [
      "a model that is there twice",
      "model A {\n}\nenum A {\n  X\n}",
      ["A: `A` is declared before, in a.prisma"],
    ],
    [
      "a field that is there twice",
      "model A {\n  a Int\n  a String\n}",
      ["a: `A` has a field `a` before"],
    ],
    [
      "a second datasource",
      "datasource a {\n}\ndatasource b {\n}",
      ["b: another datasource stands before, in a.prisma"],
    ],
    [
      "a name in the database that is no text",
      "model A {\n  @@map(users)\n}",
      ["users: `name` is not a text"],
    ],
    [
      "a provider that is no text",
      'datasource db {\n  provider = ["mysql"]\n}',
      ['["mysql"]: `provider` is not a text'],
    ],
    [
      "fields that are none",
      'model A {\n  @@index(["a"])\n}',
      ['"a": `fields` holds more than names of fields'],
    ],
    [
      "what should be done on delete in quotes",
      'model A {\n  l Last @relation(onDelete: "Cascade")\n}',
      ['"Cascade": `onDelete` is not a word'],
    ],
    [
      "brackets deeper than anybody writes",
      `model A {\n  @@x(${"[".repeat(5000)})\n}`,
      [`@@x(${"[".repeat(5000)}): it is nested too deeply`],
    ],
    [
      "the marks of a merge",
      "<<<<<<< HEAD\nmodel A {\n}\n=======\n>>>>>>> x",
      [
        "<<<<<<< HEAD: `<` starts no block of a schema",
        "=======⏎>>>>>>> x: `=` starts no block of a schema",
      ],
    ],
  ])("%s", (_name, text, expected) => {
    expect(problemsOf(text + tail)).toEqual(expected);
    const { models } = readPrismaSchema([{ file: "a.prisma", text: text + tail }]);
    expect(models.at(-1)).toMatchObject({ name: "Last", fields: [{ name: "id" }] });
  });
});

test("what is right about a broken block stands", () => {
  const text = 'model A {\n  id Int\n  b !\n  c Int @map("see")\n  @@map("as")\n';
  const { models } = readPrismaSchema([{ file: "a.prisma", text }]);
  expect(models[0]).toMatchObject({ table: "as", fields: [{ column: "id" }, { column: "see" }] });
});

/** What a model says of itself alone. */
function own({ fields, ...model }: PrismaModel) {
  const plain = fields.map(({ name, column, type, list, span }) => ({
    name,
    column,
    type,
    list,
    span,
  }));
  return { ...model, fields: plain };
}

describe("broken text costs only the block that it stands in", () => {
  const whole = readPrismaSchema(sampleSchema);

  test.each(sampleSchema.map(({ file, text }) => [file, text] as const))(
    "whichever line of %s it is",
    (file, text) => {
      for (const { index, 0: line } of text.matchAll(/.+/gu)) {
        const broken =
          text.slice(0, index) + "#".repeat(line.length) + text.slice(index + line.length);
        const files = sampleSchema.map((each) =>
          each.file === file ? { file, text: broken } : each,
        );
        const others = whole.models.filter(
          ({ file: its, declaration: { start, end } }) =>
            its !== file || end <= index || index + line.length <= start,
        );
        const { models } = readPrismaSchema(files);
        expect(models.map(own)).toEqual(expect.arrayContaining(others.map(own)));
      }
    },
  );

  test("wherever the text ends", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...sampleSchema), (cut, { file, text }) => {
        const end = cut % text.length;
        const { models } = readPrismaSchema([{ file, text: text.slice(0, end) }]);
        const before = whole.models.filter(
          (model) => model.file === file && model.declaration.end <= end,
        );
        expect(models.slice(0, before.length).map(own)).toEqual(before.map(own));
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

const piece = fc.constantFrom(
  ...'model view type enum datasource generator A B id Int String[] ? @ @@ @id @map @@map @relation ( ) [ ] { } , : = . " "x" // /* */ \\ \n \r \uFEFF 😀 -1 Unsupported('.split(
    " ",
  ),
  " ",
  "\n",
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" ")),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

test("no text makes it throw, and every place is in the text", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
      const files = texts.map((each, index) => ({ file: String(index), text: each }));
      const schema = readPrismaSchema(files);
      const { models, enums, generators, joinTables, problems } = schema;
      for (const { file, span } of [
        ...models,
        ...enums,
        ...generators,
        ...joinTables,
        ...problems,
      ]) {
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(files[Number(file)]?.text.length ?? 0);
      }
      for (const { file, span, name, fields } of models) {
        const within = (place: typeof span) =>
          files[Number(file)]?.text.slice(place.start, place.end);
        expect(within(span)).toBe(name);
        for (const field of fields) expect(within(field.span)).toBe(field.name);
      }
    }),
    { numRuns: 1000, seed: 1 },
  );
});
