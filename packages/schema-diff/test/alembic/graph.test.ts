import { expect, test } from "vitest";
import { alembic } from "../../src/readers/alembic/alembic.js";
import { orderRevisions } from "../../src/trees/order-revisions.js";
import { treeOf } from "./read-tree.js";

function revision(id: string, down: string, more = ""): string {
  return `revision = "${id}"\ndown_revision = ${down}\n${more}\ndef upgrade():\n    op.drop_table("${id}")\n`;
}

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly order: readonly string[];
  readonly heads: readonly string[];
  /** The kind of each problem, and what is written where it is shown. */
  readonly problems: readonly (readonly [string, string])[];
}

const cases: readonly Case[] = [
  {
    name: "a merge comes after both of its branches, whatever the files are called",
    files: {
      "versions/a.py": revision("merge", '("left", "right")'),
      "versions/b.py": revision("right", '"base"'),
      "versions/c.py": revision("left", '"base"'),
      "versions/d.py": revision("base", "None"),
    },
    order: ["base", "right", "left", "merge"],
    heads: ["merge"],
    problems: [],
  },
  {
    name: "ids and parents are constants, annotated, and of any quotes",
    files: {
      "versions/a.py": "BASE = 'a' + '1'\nrevision: str = BASE\ndown_revision: None = None\n",
      "versions/b.py": 'PREFIX = "a"\nrevision = f"{PREFIX}2"\ndown_revision = "%s1" % PREFIX\n',
    },
    order: ["a1", "a2"],
    heads: ["a2"],
    problems: [],
  },
  {
    name: "a parent that isn't there is told, and what follows it is read",
    files: { "versions/a.py": revision("b", '"gone"'), "versions/b.py": revision("c", '"b"') },
    order: ["b", "c"],
    heads: ["c"],
    problems: [["missing parent", '"gone"']],
  },
  {
    name: "two files of one revision are told, and both are read",
    files: { "versions/a.py": revision("x", "None"), "versions/b.py": revision("x", "None") },
    order: ["x in versions/b.py", "x"],
    heads: ["x", "x in versions/b.py"],
    problems: [
      ["duplicate version", '"x"'],
      ["several heads", '"x"'],
      ["several heads", '"x"'],
    ],
  },
  {
    name: "a circle is told once, and cut",
    files: {
      "versions/a.py": revision("a", '"c"'),
      "versions/b.py": revision("b", '"a"'),
      "versions/c.py": revision("c", '"b"'),
    },
    order: ["b", "c", "a"],
    heads: [],
    problems: [["cycle", '"a"']],
  },
  {
    name: "heads of branches that have a name are meant to be several",
    files: {
      "versions/a.py": revision("a", "None", 'branch_labels = ("users",)'),
      "versions/b.py": revision("b", "None", 'branch_labels = "pool"\ndepends_on = "users"'),
    },
    order: ["a", "b"],
    heads: ["a", "b"],
    problems: [],
  },
  {
    name: "a file without a revision is told, one of a package isn't",
    files: {
      "versions/__init__.py": "",
      "versions/a.py": revision("a", "None"),
      "versions/helper.py": "x = 1\n",
    },
    order: ["a"],
    heads: ["a"],
    problems: [["unreadable file", ""]],
  },
  {
    name: "no revision at all is a problem",
    files: { "versions/README": "" },
    order: [],
    heads: [],
    problems: [["nothing matched", ""]],
  },
];

test.each(cases)("$name", ({ files, order, heads, problems }) => {
  const tree = alembic.read(treeOf(files));
  const shown = tree.problems.map(({ kind, at: { file, span } }) => [
    kind,
    (files[file] ?? "").slice(span.start, span.end),
  ]);
  expect(tree.migrations.map(({ id }) => id)).toEqual(order);
  expect(tree.heads).toEqual(heads);
  expect(shown).toEqual(problems);
});

test.each([
  [
    "the folder of alembic.ini",
    "",
    { "alembic.ini": "[alembic]\nscript_location = %(here)s/db\n" },
  ],
  ["that of env.py", "db", { "db/env.py": "" }],
  ["that of the revisions", "db/versions", {}],
  [
    "that of pyproject.toml",
    "",
    { "pyproject.toml": '[project]\nname = "x"\n[tool.alembic]\nscript_location = "db"\n' },
  ],
  [
    "version_locations",
    "",
    { "alembic.ini": "[alembic]\nscript_location = db\nversion_locations = db/versions, other\n" },
  ],
])("the revisions are found from %s", (_name, folder, more) => {
  const files = { "db/versions/a.py": revision("a", "None"), ...more };
  const tree = treeOf(files, { folder });
  expect(alembic.detects(tree)).toBe(true);
  expect(alembic.read(tree).migrations.map(({ id }) => id)).toEqual(["a"]);
});

test("ten thousand revisions are put in order, whichever way they are listed", () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `r${String(index)}`);
  const revisions = ids.map((id, index) => {
    return { id, parents: index === 0 ? [] : [`r${String(index - 1)}`], dependsOn: [] };
  });
  expect(orderRevisions(revisions).ids).toEqual(ids);
  expect(orderRevisions(revisions.toReversed()).ids).toEqual(ids);
});
