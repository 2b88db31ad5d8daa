import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Dialect } from "@domain-isolation/model";
import { describe, expect, test } from "vitest";
import {
  declaredBySqlalchemy,
  differences,
  readChanges,
  replay,
  sqlFile,
} from "../../../src/index.js";

const here = fileURLToPath(new URL(".", import.meta.url));

function recorded(file: string): string {
  return readFileSync(`${here}${file}`, "utf8");
}

function declaredBy(files: Readonly<Record<string, string>>, dialect: Dialect = "postgresql") {
  const text = (file: string) => files[file] ?? null;
  return declaredBySqlalchemy({ candidates: Object.keys(files), text, dialect });
}

function declaredOf(text: string) {
  return declaredBy({ "models.py": text });
}

describe("models of SQLAlchemy", () => {
  test.each(["postgresql", "sqlite", "mysql"] as const)(
    "make on %s the tables that SQLAlchemy makes",
    (dialect) => {
      const { schema, problems } = declaredBy({ "models.py": recorded("models.py") }, dialect);
      const sql = sqlFile("recorded.sql", recorded(`${dialect}.sql`), dialect);
      const theirs = replay(readChanges(sql), dialect);
      expect([...problems, ...theirs.problems]).toEqual([]);
      expect(schema.tables.map(({ name }) => name)).toEqual(
        theirs.schema.tables.map(({ name }) => name),
      );
      expect(schema.types.map(({ name, values }) => [name, values])).toEqual(
        theirs.schema.types.map(({ name, values }) => [name, values]),
      );
      const found = schema.tables.flatMap((table, index) => {
        const other = theirs.schema.tables[index];
        return other ? differences(table, other, { dialect }) : [];
      });
      expect(found).toEqual([]);
    },
  );

  const head = `
import datetime, enum, uuid
from decimal import Decimal
from typing import Annotated, List, Optional, Union
from sqlalchemy import ForeignKey, String, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

class Kind(enum.Enum):
    a = 1
    b = 2

key = Annotated[int, mapped_column(primary_key=True)]

class Base(DeclarativeBase):
    type_annotation_map = {datetime.datetime: String(30)}
`;

  test.each([
    ["a: Mapped[int] = mapped_column(primary_key=True)", "integer", false],
    ["a: Mapped[key]", "integer", false],
    ["a: Mapped[str]", "character varying", false],
    ["a: Mapped[str | None]", "character varying", true],
    ["a: Mapped[Optional[bool]]", "boolean", true],
    ["a: Mapped[Union[bytes, None]]", "bytea", true],
    ["a: Mapped[str] = mapped_column(String(20))", "character varying(20)", false],
    ["a: Mapped[str] = mapped_column(nullable=True)", "character varying", true],
    ["a: Mapped[Decimal] = mapped_column()", "numeric", false],
    ["a: Mapped[datetime.date]", "date", false],
    ["a: Mapped[datetime.datetime]", "character varying(30)", false],
    ["a: Mapped[uuid.UUID]", "uuid", false],
    ["a: Mapped[Kind]", "kind", false],
    ["a: Mapped[int] = mapped_column(ForeignKey('t.id'))", "integer", false],
    ["a: Mapped['Later'] = mapped_column()", "unknown", false],
  ])("%s is %s", (written, type, nullable) => {
    const { schema, problems } = declaredOf(
      `${head}\nclass T(Base):\n    __tablename__ = "t"\n    id: Mapped[key]\n    ${written}\n`,
    );
    expect(problems).toEqual([]);
    const column = schema.tables[0]?.columns.find(({ name }) => name === "a");
    expect(column).toMatchObject({ type, nullable });
  });

  test("relationships make no columns", () => {
    const { schema } = declaredOf(`${head}
class T(Base):
    __tablename__ = "t"
    id: Mapped[key]
    others: Mapped[List["T"]] = relationship()
    parent: Mapped["T"] = relationship()
`);
    expect(schema.tables[0]?.columns.map(({ name }) => name)).toEqual(["id"]);
  });

  test("what other files declare is taken over, also from one that isn't a model", () => {
    const { schema, problems } = declaredBy({
      "app/base.py": `
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class WithId:
    id = Column(Integer, primary_key=True)
`,
      "app/models.py": `
from sqlalchemy import Column, String
from app.base import Base, WithId
class T(Base, WithId):
    __tablename__ = "t"
    __table_args__ = {"schema": "shop"}
    name = Column(String)
`,
    });
    expect(problems).toEqual([]);
    expect(schema.tables).toMatchObject([
      { schema: "shop", name: "t", columns: [{ name: "id" }, { name: "name" }] },
    ]);
  });

  test.each([
    ["class T(Base, Elsewhere):\n    pass", "what it takes from Elsewhere stands elsewhere"],
    ["class T(Base):\n    a = Column(Integer, ForeignKey(made()))", "what a refers to isn't known"],
    ["class T(Base):\n    __table_args__ = (Odd('a'),)", "one of its parts isn't known"],
  ])("what of %s can't be read is told", (written, reason) => {
    const [first = "", ...body] = written.split("\n");
    const { problems } = declaredOf(`
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base
from other import Elsewhere, Odd, made
Base = declarative_base()
${first}
    __tablename__ = "t"
    id = Column(Integer, primary_key=True)
${body.join("\n")}
`);
    expect(problems).toMatchObject([{ table: { name: "t" } }]);
    expect(problems[0]?.message).toContain(reason);
  });
});
