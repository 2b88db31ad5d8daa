import { expect, test } from "vitest";
import type { Change, PlacedName } from "../../src/changes/change.js";
import { alembic } from "../../src/readers/alembic/alembic.js";
import { treeOf } from "./read-tree.js";

const head = `import sqlalchemy as sa
from alembic import op
from sqlalchemy.orm import Session, declarative_base

revision = "a"
down_revision = None
Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)


`;

function upgrade(body: string, files: Readonly<Record<string, string>> = {}) {
  const indented = body.trim().replaceAll(/^(?=.)/gmu, "    ");
  const text = `${head}def upgrade():\n${indented}\n`;
  const tree = alembic.read(treeOf({ "versions/a.py": text, ...files }));
  return { text, changes: tree.migrations[0]?.up ?? [] };
}

const names = (tables: readonly PlacedName[]) => tables.map(({ name }) => name).join(",");

function told(change: Change): string {
  switch (change.kind) {
    case "opaque":
      return `opaque: ${change.reason}; ${names(change.reads)} → ${names(change.writes)}`;
    case "change rows":
      return `rows: ${names(change.reads)} → ${names(change.writes)}`;
    case "create table":
    case "drop table":
      return `${change.kind} ${change.name.name}${"ifExists" in change && change.ifExists ? " if exists" : ""}`;
    default:
      return "table" in change && change.table
        ? `${change.kind}: ${change.table.name}`
        : change.kind;
  }
}

const table = (name: string) => `op.create_table(${name}, sa.Column("id", sa.Integer))`;

const cases: readonly (readonly [what: string, body: string, told: readonly string[]])[] = [
  [
    "a loop over a literal",
    `for t in ["a", "b"]:\n    op.drop_table(t)`,
    ["drop table a", "drop table b"],
  ],
  [
    "a loop over what a query gives is one opaque change",
    `for (t,) in op.get_bind().execute(sa.text("SELECT name FROM tables")):\n    op.drop_table(t)`,
    ["rows: tables → ", "opaque: what `drop_table` is called with isn't known;  → "],
  ],
  [
    "rows that are changed in such a loop are told",
    `conn = op.get_bind()\nfor row in conn.execute("SELECT id FROM a"):\n    conn.execute(sa.text("UPDATE b SET x = 1 WHERE id = :id"), {"id": row.id})`,
    ["rows: a → ", "rows:  → b"],
  ],
  [
    "a condition that isn't known is opaque, with its tables",
    `if op.get_bind().execute("SELECT 1 FROM a").scalar():\n    ${table('"t"')}`,
    ["rows: a → ", "opaque: it is done under a condition that isn't known;  → t"],
  ],
  [
    "what comes after it may have returned is opaque too",
    `if some():\n    return\nop.drop_table("t")`,
    ["opaque: it is only reached under a condition that isn't known;  → t"],
  ],
  [
    "conditions on the dialect are decided",
    `if op.get_bind().dialect.name == "sqlite":\n    op.drop_table("s")\nelif op.get_context().dialect.name in ("postgresql",):\n    op.drop_table("p")`,
    ["drop table p"],
  ],
  [
    "what may fail is dropped if it is there",
    `try:\n    op.drop_table("t")\nexcept Exception:\n    pass`,
    ["drop table t if exists"],
  ],
  [
    "SQL of which a part isn't known tells the tables of the rest",
    `value = some()\nop.execute(f"UPDATE users SET name = {value}")\nop.execute(f"DROP TABLE {value}")`,
    ["rows:  → users", "opaque: a part of the SQL isn't known"],
  ],
  [
    "statements that SQLAlchemy builds",
    `users = sa.table("users", sa.column("id"))\nold = sa.table("old", sa.column("id"))\nop.execute(users.delete().where(users.c.id.in_(sa.select([old.c.id]))))\nop.execute(sa.insert(old).values(id=1))`,
    ["rows: old → users", "rows:  → old"],
  ],
  [
    "a session of the ORM",
    `session = Session(bind=op.get_bind())\nfor user in session.query(User).filter(User.id > 1):\n    user.name = "x"\nsession.add(User())\nsession.commit()`,
    ["rows: users → ", "rows:  → users", "rows:  → users"],
  ],
  [
    "a type that nobody knows leaves the column",
    `op.add_column("t", sa.Column("x", somewhere.Type()))`,
    ["add column: t", "opaque: the type of `x`, somewhere.Type, isn't known;  → t"],
  ],
  [
    "a call that leads out of the files",
    `from app.seed import fill\nfill(op.get_bind())`,
    ["opaque: what `app.seed.fill` does isn't known;  → "],
  ],
  [
    "an endless loop",
    `while True:\n    op.drop_table("t")`,
    ["opaque: it is done in a loop over what isn't known;  → t"],
  ],
  [
    "a recursion without end",
    `def again(n):\n    again(n + 1)\nagain(1)`,
    ["opaque: its calls go too deep, or too long, to be followed;  → "],
  ],
  ["a model's table is made", `User.__table__.create(op.get_bind())`, ["create table users"]],
];

test.each(cases)("%s", (_what, body, expected) => {
  const found = upgrade(body).changes.map(told);
  expect(found.length).toBe(expected.length);
  for (const [index, each] of expected.entries()) expect(found[index]).toContain(each);
});

test("helpers of neighbouring files are followed, by relative and absolute imports", () => {
  const { changes } = upgrade(
    `from .shared import make\nfrom versions.shared import *\nmake("one")\nmake(NAME)`,
    {
      "versions/shared.py":
        'from alembic import op\nimport sqlalchemy as sa\nrevision = "s"\ndown_revision = "a"\nNAME = "two"\n' +
        `def make(name, key=True):\n    ${table("name")}\n`,
    },
  );
  expect(changes.map(told)).toEqual(["create table one", "create table two"]);
});

test("names are shown where they are written, also in SQL in strings", () => {
  const { text, changes } = upgrade(
    `${table('"ünïcode 🚀"')}\nop.execute(\n    "INSERT INTO \\"a\\tb\\" "  # why\n    'SELECT * FROM second'\n)`,
  );
  const spans = changes.flatMap((change) =>
    change.kind === "create table"
      ? [change.name.span]
      : change.kind === "change rows"
        ? [...change.writes, ...change.reads].map(({ span }) => span)
        : [],
  );
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
    '"ünïcode 🚀"'.slice(1, -1),
    '\\"a\\tb\\"',
    "second",
  ]);
});
