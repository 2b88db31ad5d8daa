import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { alembic } from "../../src/readers/alembic/alembic.js";
import { treeOf } from "./read-tree.js";

const shop = fileURLToPath(new URL("trees/shop/versions/", import.meta.url));
const whole = ["0001_base", "0002_orders", "0003_alter", "0004_rows"].map((name) =>
  readFileSync(`${shop}${name}.py`, "utf8"),
);
const sound = 'revision = "sound"\ndown_revision = None\ndef upgrade():\n    op.drop_table("t")\n';

function read(text: string) {
  return alembic.read(treeOf({ "versions/broken.py": text, "versions/sound.py": sound }));
}

test("a broken statement costs itself only", () => {
  const tree = read(
    'from alembic import op\nrevision = "b"\ndown_revision = "sound"\n' +
      'def upgrade():\n    op.drop_table("one")\n    op.drop_table("two",, "x")\n    op.drop_table("three")\n' +
      "def downgrade():\n    x = = 1\n",
  );
  const changes = tree.migrations.find(({ id }) => id === "b")?.up ?? [];
  expect(tree.problems.map(({ kind }) => kind)).toEqual(["unreadable file"]);
  expect(tree.migrations.map(({ id }) => id)).toEqual(["sound", "b"]);
  expect(
    changes.map((change) => (change.kind === "drop table" ? change.name.name : change.kind)),
  ).toEqual(["one", "opaque", "three"]);
});

test("a file that is cut anywhere, or changed anywhere, is told, and the others are read", () => {
  const mutation = fc.record({
    text: fc.constantFrom(...whole),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(400),
    put: fc.oneof(
      fc.constantFrom(
        "(",
        ")",
        "'",
        '"""',
        "\n",
        "\t",
        "\0",
        "\ud800",
        "\\",
        ":",
        "{",
        "f'",
        "if",
        "\r\n",
      ),
      fc.string({ maxLength: 4 }),
    ),
  });
  fc.assert(
    fc.property(mutation, ({ text, at, cut, put }) => {
      const start = Math.floor(at * text.length);
      const tree = read(text.slice(0, start) + put + text.slice(start + cut));
      expect(tree.migrations.find(({ id }) => id === "sound")?.up).toHaveLength(1);
      for (const { span } of tree.problems.map((problem) => problem.at)) {
        expect(span.start).toBeLessThanOrEqual(span.end);
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["a byte order mark and CRLF", `\ufeff${(whole[0] ?? "").replaceAll("\n", "\r\n")}`, 0],
  ["nothing", "", 1],
  ["nothing but a NUL", "\0", 1],
  ["brackets without end", `revision = "x"\ny = ${"(".repeat(5000)}`, 1],
  ["Python 2", 'revision = "x"\nprint "hello"\n', 1],
])("%s", (_name, text, problems) => {
  const tree = read(text);
  const unreadable = tree.problems.filter(({ kind }) => kind === "unreadable file");
  expect(unreadable).toHaveLength(problems);
});
