import { describe, expect, it } from "vitest";
import { readTree, replay, type MigrationTree } from "../src/index.js";

/** What becomes of a folder of files, by their names. */
function read(files: Readonly<Record<string, string>>) {
  const tree = readTree({
    folder: "m",
    files: Object.keys(files).sort(),
    text: (file) => files[file] ?? null,
    dialect: "postgresql",
  });
  const { schema, problems } = replay(
    tree.migrations.flatMap(({ up }) => up),
    "postgresql",
  );
  return { tree, tables: schema.tables.map(({ name }) => name), refused: problems };
}

/** What can't be read, at the text where it stands. */
function opaque({ migrations }: MigrationTree, text: string) {
  return migrations.flatMap(({ up }) =>
    up.flatMap((change) =>
      change.kind === "opaque"
        ? [{ at: text.slice(change.at.span.start, change.at.span.end), reason: change.reason }]
        : [],
    ),
  );
}

const after = { "m/2.sql": "CREATE TABLE z (id int);" };

describe("a migration that is broken costs itself only", () => {
  it.each([
    {
      what: "a file cut in the middle",
      text: "CREATE TABLE a (id int);\nCREATE TABLE b (id int, na",
      tables: ["a", "z"],
      unread: ["CREATE TABLE b (id int, na"],
    },
    {
      what: "an unknown statement",
      text: "CREATE TABLE a (id int);\nFROBNICATE all;\nCREATE TABLE c (id int);",
      tables: ["a", "c", "z"],
      unread: ["FROBNICATE all"],
    },
    {
      what: "NUL bytes",
      text: "CREATE TABLE a (id int);\n\0\0;\nCREATE TABLE c (id int);",
      tables: ["a", "c", "z"],
      unread: ["\0\0"],
    },
    {
      what: "a string that nobody closes",
      text: "CREATE TABLE a (id int);\nINSERT INTO a VALUES ('1);\nCREATE TABLE c (id int);",
      tables: ["a", "z"],
      unread: ["INSERT INTO a VALUES ('1);\nCREATE TABLE c (id int);"],
    },
    {
      what: "no broken thing: lines end with CR and LF",
      text: "CREATE TABLE a (\r\n  id int\r\n);\r\n-- a comment\r\nCREATE TABLE c (id int);\r\n",
      tables: ["a", "c", "z"],
      unread: [],
    },
    {
      what: "no broken thing: a byte order mark",
      text: "\uFEFFCREATE TABLE a (id int);",
      tables: ["a", "z"],
      unread: [],
    },
  ])("$what", ({ text, tables, unread }) => {
    const found = read({ "m/1.sql": text, ...after });
    expect(found.tables).toEqual(tables);
    expect(opaque(found.tree, text).map(({ at }) => at)).toEqual(unread);
  });

  it("a file that can't be read is a problem of its own", () => {
    const files: Readonly<Record<string, string>> = after;
    const tree = readTree({
      folder: "m",
      files: ["m/1.sql", "m/2.sql"],
      text: (file) => files[file] ?? null,
      dialect: "postgresql",
    });
    expect(tree.problems).toMatchObject([{ kind: "unreadable file", at: { file: "m/1.sql" } }]);
    expect(tree.migrations.at(-1)?.up).toHaveLength(1);
  });

  it("two files with one version, a folder without any, a format that nobody knows", () => {
    const same = read({ "m/V1__a.sql": "CREATE TABLE a (id int);", "m/V1__b.sql": "SELECT 1;" });
    expect(same.tree.problems.map(({ kind }) => kind)).toContain("duplicate version");
    expect(same.tables).toEqual(["a"]);
    expect(read({}).tree.problems).toMatchObject([{ kind: "nothing matched" }]);
    const input = { folder: "m", files: [], text: () => null, dialect: "postgresql" as const };
    expect(readTree(input, "excel").problems[0]?.message).toContain('the format "excel"');
  });
});

describe("a history may be long, and a file large", () => {
  it("ten thousand migrations", () => {
    const files = Array.from({ length: 10_000 }, (_, index) => {
      const table = `t${String(index - (index % 10))}`;
      const text =
        index % 10 === 0
          ? `CREATE TABLE ${table} (id int PRIMARY KEY);`
          : `ALTER TABLE ${table} ADD COLUMN c${String(index)} text;`;
      return [`m/${String(index).padStart(5, "0")}_x.sql`, text] as const;
    });
    const { tree, tables, refused } = read(Object.fromEntries(files));
    expect(tree.migrations).toHaveLength(10_000);
    expect(tables).toHaveLength(1_000);
    expect(refused).toEqual([]);
  });

  it("a dump with its rows, in which nothing but statements is one", () => {
    const row = `1\t${"x".repeat(200)}; DROP TABLE t; '\n`;
    const text = [
      "CREATE TABLE public.t (id bigint NOT NULL, v text);",
      "COPY public.t (id, v) FROM stdin;",
      `${row.repeat(10_000)}\\.\n`,
      "ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);",
    ].join("\n");
    const found = read({ "m/1_dump.sql": text });
    expect(found.tables).toEqual(["t"]);
    expect(opaque(found.tree, text)).toEqual([]);
    expect(found.refused).toEqual([]);
  });
});
