import { describe, expect, test } from "vitest";
import { declaredInCode } from "../../src/index.js";
import { codeFiles } from "../source-code/code-files.js";

function declaredIn(files: Readonly<Record<string, string>>) {
  const text = (file: string) => files[file] ?? null;
  const host = { files: () => Object.keys(files).sort(), text, code: codeFiles(text) };
  return declaredInCode(host, ["postgresql"]);
}

const drizzle = `
  import { integer, pgTable } from "drizzle-orm/pg-core";
  export const t = pgTable("t", { a: integer("a") });
`;
const sqlalchemy = `
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class T(Base):
    __tablename__ = "t"
    id = Column(Integer, primary_key=True)
`;
const kit = (schema: string) => `
  import { defineConfig } from "drizzle-kit";
  export default defineConfig({ dialect: "postgresql", ${schema} });
`;
const environment = (given: string) => `
from alembic import context
from models import Base
# target_metadata = mymodel.Base.metadata
${given}
context.configure(connection=None, target_metadata=target_metadata)
`;

describe("tables in code are all of a database", () => {
  test.each([
    [
      "where drizzle-kit is told their files",
      { "drizzle.config.ts": kit('schema: "./t.ts"') },
      true,
    ],
    ["and not where it is told none", { "drizzle.config.ts": kit("") }, false],
    ["nor where there is no drizzle-kit", {}, false],
  ])("of Drizzle: %s", (_where, files, isWhole) => {
    expect(declaredIn({ "t.ts": drizzle, ...files })).toMatchObject([{ isWhole }]);
  });

  test.each([
    ["where Alembic gets them", environment("target_metadata = Base.metadata"), true],
    ["and not where it gets none", environment("target_metadata = None"), false],
    ["nor where the file is another's", "target_metadata = Base.metadata", false],
  ])("of SQLAlchemy: %s", (_where, text, isWhole) => {
    const files = { "models.py": sqlalchemy, "alembic/env.py": text };
    expect(declaredIn(files)).toMatchObject([{ isWhole }]);
  });
});
