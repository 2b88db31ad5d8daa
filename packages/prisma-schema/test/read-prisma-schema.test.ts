import { describe, expect, test } from "vitest";
import { readPrismaSchema, type PrismaField, type PrismaModel } from "../src/index.js";
import { sampleSchema } from "./sample-schema.js";

const sample = readPrismaSchema(sampleSchema);

function modelNamed(name: string, schema = sample): PrismaModel {
  const model = schema.models.find((each) => each.name === name);
  if (!model) throw new Error(`no model ${name}`);
  return model;
}

function fieldNamed(path: string): PrismaField {
  const [model = "", name] = path.split(".");
  const field = modelNamed(model).fields.find((each) => each.name === name);
  if (!field) throw new Error(`no field ${path}`);
  return field;
}

function read(...texts: readonly string[]) {
  return readPrismaSchema(texts.map((text, index) => ({ file: `${String(index)}.prisma`, text })));
}

test.each([
  ["User", "user", "users", "users"],
  ["RedeemCode", "redeemCode", "redeem_codes", "users"],
  ["Group", "group", "Group", "users"],
  ["team", "team", "team", "pool"],
  ["SeatUsage", "seatUsage", "seat_usage", "pool"],
])("prisma.%s is %s, the table %s of %s", (name, accessor, table, schema) => {
  expect(modelNamed(name)).toMatchObject({ accessor, table, schema });
});

test("the accessor lowers one letter and no more", () => {
  const { models } = read("model URLCheck {\n}\nmodel user_roles {\n}\nmodel Pool_Seat {\n}");
  expect(models.map(({ accessor }) => accessor)).toEqual(["uRLCheck", "user_roles", "pool_Seat"]);
});

test("views are told from models, and what the client doesn't have", () => {
  expect(modelNamed("SeatUsage").kind).toBe("view");
  expect(modelNamed("Legacy").ignored).toBe(true);
  expect(fieldNamed("team.secret").ignored).toBe(true);
});

describe("what a field holds", () => {
  const plain = { list: false, optional: false, nativeType: null, default: null, relation: null };
  test.each([
    ["User.email", { type: "String", nativeType: "VarChar(255)" }],
    ["User.fullName", { type: "String", optional: true, column: "full_name" }],
    ["User.role", { type: "UserRole", kind: "enum", default: "MEMBER" }],
    ["User.tags", { type: "String", list: true, default: '["a", "b"]' }],
    ["User.settings", { type: "Json", default: '"{\\"theme\\": \\"dark\\"}"' }],
    ["User.balance", { type: "Decimal", default: "0.5", nativeType: "Decimal(10, 2)" }],
    [
      "User.id",
      { type: "String", default: 'dbgenerated("gen_random_uuid()")', nativeType: "Uuid" },
    ],
    ["User.location", { type: "geometry(Point, 4326)", kind: "unsupported", optional: true }],
  ])("%s", (path, expected) => {
    const column = path.replace("User.", "");
    expect(fieldNamed(path)).toMatchObject({ kind: "scalar", column, ...plain, ...expected });
  });
});

describe("where a relation leads", () => {
  const none = {
    name: null,
    fields: [],
    references: [],
    onDelete: null,
    onUpdate: null,
    constraint: null,
    joinTable: null,
  };
  test.each([
    ["User.codes", { model: "RedeemCode", opposite: "user" }],
    [
      "RedeemCode.user",
      {
        model: "User",
        opposite: "codes",
        fields: ["userId"],
        references: ["id"],
        onDelete: "Cascade",
        onUpdate: "NoAction",
        constraint: "fk_code_user",
      },
    ],
    [
      "User.invitedBy",
      {
        name: "Invitation",
        model: "User",
        opposite: "invited",
        fields: ["invitedById"],
        references: ["id"],
        onDelete: "SetNull",
      },
    ],
    ["User.invited", { name: "Invitation", model: "User", opposite: "invitedBy" }],
    ["User.groups", { model: "Group", opposite: "users", joinTable: "_GroupToUser" }],
    ["Group.users", { model: "User", opposite: "groups", joinTable: "_GroupToUser" }],
    [
      "User.friends",
      { name: "Friendship", model: "User", opposite: "friendOf", joinTable: "_Friendship" },
    ],
    ["User.seat", { model: "Seat", opposite: "user" }],
    [
      "team.labels",
      { name: "TeamLabels", model: "Label", opposite: "teams", joinTable: "_TeamLabels" },
    ],
  ])("%s", (path, expected) => {
    const { relation } = fieldNamed(path);
    expect(relation).toEqual({ ...none, ...expected, span: relation?.span });
  });
});

describe("the tables that Prisma makes of itself", () => {
  test("columns A and B by the alphabet, in the schema of A", () => {
    expect(sample.joinTables.map(({ name, schema, models }) => [name, schema, ...models])).toEqual([
      ["_TeamLabels", "public", "Label", "team"],
      ["_Friendship", "users", "User", "User"],
      ["_GroupToUser", "users", "Group", "User"],
    ]);
  });

  const both = (provider: string, name: string, rest = "") =>
    `datasource db {\nprovider = "${provider}"\n}\nmodel A {\nbs B[] @relation("${name}"${rest})\n}\nmodel B {\nas A[] @relation("${name}")\n}`;
  const long = "x".repeat(70);

  test.each([
    ["no longer than PostgreSQL has it", both("postgresql", long), `_${"x".repeat(62)}`],
    ["under its other name too", both("postgres", long), `_${"x".repeat(62)}`],
    ["no longer than MySQL has it", both("mysql", long), `_${"x".repeat(63)}`],
    ["as long as SQLite has it", both("sqlite", long), `_${long}`],
    ["none in MongoDB", both("mongodb", "x"), undefined],
    ["none where a field holds the keys", both("postgresql", "x", ", fields: [ids]"), undefined],
    ["none of a view", both("postgresql", "x").replace("model B", "view B"), undefined],
  ])("%s", (_name, text, expected) => {
    const { joinTables, models } = read(text);
    expect(joinTables[0]?.name).toBe(expected);
    expect(models[0]?.fields[0]?.relation?.joinTable ?? undefined).toBe(expected);
  });
});

test("keys, be they given at a field or for the model", () => {
  const shown = sample.models.flatMap(({ name, keys }) =>
    keys.map(
      ({ kind, fields, constraint }) => `${name} ${kind} ${fields.join()} ${constraint ?? ""}`,
    ),
  );
  expect(shown).toEqual([
    "Seat unique userId ",
    "Seat id teamId,number seats_pk",
    "team id id ",
    "Label id id ",
    "SeatUsage unique teamId ",
    "User id id ",
    "User unique email users_email_key",
    "User index createdAt,email ",
    "User index role idx_role",
    "User unique email,fullName uq_mail_name",
    "RedeemCode id code ",
    "Group id id ",
  ]);
});

test("enums, and what the database calls them", () => {
  const [role] = sample.enums;
  expect(role).toMatchObject({ name: "UserRole", databaseName: "user_role", schema: "users" });
  expect(role?.values.map(({ name, databaseName }) => [name, databaseName])).toEqual([
    ["MEMBER", "MEMBER"],
    ["ADMIN", "admin"],
  ]);
});

test("documents within documents", () => {
  const { compositeTypes, models } = read(
    'model A {\n  at Address?\n}\ntype Address {\n  street String @map("st")\n}',
  );
  expect(compositeTypes.map(({ name, fields }) => [name, fields[0]?.column])).toEqual([
    ["Address", "st"],
  ]);
  expect(models[0]?.fields[0]).toMatchObject({ kind: "composite", relation: null });
});

test("the datasource, the generators, and the variables that they read", () => {
  expect(sample).toMatchObject({ provider: "postgresql", relationMode: "foreignKeys" });
  expect(sample.generators.map(({ name, provider, output }) => [name, provider, output])).toEqual([
    ["client", "prisma-client", "../src/generated/prisma"],
    ["zod", "zod-prisma-types", null],
  ]);
  const text = `datasource db {
  provider  = "postgres" // the other word
  url       = env("DATABASE_URL_POOL")
  directUrl = env("DIRECT_URL")
}
generator client {
  provider = "prisma-client-js"
  output   = env("OUT")
}`;
  const { provider, variables, problems } = read(text);
  expect(provider).toBe("postgresql");
  expect(variables.map(({ name, span }) => [name, text.slice(span.start, span.end)])).toEqual([
    ["DATABASE_URL_POOL", '"DATABASE_URL_POOL"'],
    ["DIRECT_URL", '"DIRECT_URL"'],
    ["OUT", '"OUT"'],
  ]);
  expect(problems).toEqual([]);
});

describe("places", () => {
  const textOf = new Map(sampleSchema.map(({ file, text }) => [file, text]));
  const at = (file: string, { start, end }: { start: number; end: number }) =>
    textOf.get(file)?.slice(start, end);

  test("a span is the name, a declaration all of it", () => {
    for (const { name, kind, file, span, declaration, fields } of sample.models) {
      expect(at(file, span)).toBe(name);
      expect(at(file, declaration)).toMatch(new RegExp(`^${kind} ${name} \\{[^]*\\}$`, "u"));
      for (const field of fields) {
        expect(at(file, field.span)).toBe(field.name);
        expect(at(file, field.declaration)?.startsWith(field.name)).toBe(true);
        if (field.relation) expect(at(file, field.relation.span)).toBe(field.relation.model);
      }
    }
    for (const { file, span, models } of sample.joinTables) {
      const owner = modelNamed(models[0]);
      expect(owner.fields.map(({ name }) => name)).toContain(at(file, span));
    }
  });

  test("a declaration ends before the comment behind it", () => {
    const { declaration } = fieldNamed("User.email");
    expect(at("prisma/schema/users.prisma", declaration)).toMatch(/@db\.VarChar\(255\)$/u);
  });

  test("offsets are those of the text as given, with a byte order mark, CRLF, and beyond ASCII", () => {
    const text =
      '\uFEFF// 用户 😀\r\nmodel User {\r\n  mail String @map("😀") // é\r\n  id Int\r\n}\r\n';
    const schema = read(text);
    const [mail, id] = modelNamed("User", schema).fields;
    expect(schema.problems).toEqual([]);
    expect(mail?.column).toBe("😀");
    expect(id && text.slice(id.span.start, id.declaration.end)).toBe("id Int");
  });
});

test("the order of the files says nothing", () => {
  expect(readPrismaSchema(sampleSchema.toReversed())).toEqual(sample);
});

test("no file, no text, no block", () => {
  const nothing = {
    provider: null,
    relationMode: null,
    generators: [],
    variables: [],
    models: [],
    joinTables: [],
    enums: [],
    compositeTypes: [],
    problems: [],
  };
  expect(readPrismaSchema([])).toEqual(nothing);
  expect(read("", "// nothing here\n/* nor\nhere */")).toEqual(nothing);
});
