import fc from "fast-check";
import { parse } from "libpg-query";
import { describe, expect, it } from "vitest";
import type { SqlDialect } from "../src/index.js";
import { splitStatements } from "../src/lexer/statements.js";

function split(text: string, dialect: SqlDialect): readonly string[] {
  return splitStatements(text, dialect).map(({ start, end }) => text.slice(start, end));
}

describe.each([
  ["postgresql", "SELECT ';'; SELECT 2", ["SELECT ';'", "SELECT 2"]],
  [
    "postgresql",
    "SELECT 'a'';'; SELECT E'\\';'; SELECT '\\'; SELECT 1",
    ["SELECT 'a'';'", "SELECT E'\\';'", "SELECT '\\'", "SELECT 1"],
  ],
  [
    "postgresql",
    "SELECT $$;$$; SELECT $a$;$$;$a$; SELECT a$b$;",
    ["SELECT $$;$$", "SELECT $a$;$$;$a$", "SELECT a$b$"],
  ],
  ["postgresql", 'SELECT "a"";"; SELECT 1', ['SELECT "a"";"', "SELECT 1"]],
  ["postgresql", "SELECT 1 /* ; /* ; */ ; */; -- ;\nSELECT 2 -- ;", ["SELECT 1", "SELECT 2"]],
  ["postgresql", ";; SELECT 1 ;;\n ; ", ["SELECT 1"]],
  ["postgresql", "SELECT (1; SELECT 2", ["SELECT (1", "SELECT 2"]],
  [
    "postgresql",
    "CREATE RULE r AS ON INSERT TO a DO (SELECT 1; SELECT 2); SELECT 3",
    ["CREATE RULE r AS ON INSERT TO a DO (SELECT 1; SELECT 2)", "SELECT 3"],
  ],
  [
    "postgresql",
    'BEGIN; CREATE TABLE a ("end" int); END; SELECT 1',
    ["BEGIN", 'CREATE TABLE a ("end" int)', "END", "SELECT 1"],
  ],
  [
    "postgresql",
    "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END; SELECT 1",
    [
      "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END",
      "SELECT 1",
    ],
  ],
  [
    "mysql",
    "SELECT 'a\\';'; SELECT \"b;\\\"\"; SELECT `c;```; SELECT 1",
    ["SELECT 'a\\';'", 'SELECT "b;\\""', "SELECT `c;```", "SELECT 1"],
  ],
  [
    "mysql",
    "SELECT 1 # ;\n; SELECT 2 -- ;\n; SELECT 3--4; SELECT 5 /* /* */",
    ["SELECT 1", "SELECT 2", "SELECT 3--4", "SELECT 5"],
  ],
  [
    "mysql",
    "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN IF x THEN SET y = 1; END IF; WHILE x DO SET y = 2; END WHILE; CASE x WHEN 1 THEN SET y = 1; END CASE; END; SELECT 1",
    [
      "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN IF x THEN SET y = 1; END IF; WHILE x DO SET y = 2; END WHILE; CASE x WHEN 1 THEN SET y = 1; END CASE; END",
      "SELECT 1",
    ],
  ],
  [
    "mysql",
    "SELECT 1;\nDELIMITER $$\nCREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET x = 1; END$$\nCREATE PROCEDURE p() SELECT 2; $$\nDELIMITER ;\nSELECT 3;",
    [
      "SELECT 1",
      "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET x = 1; END",
      "CREATE PROCEDURE p() SELECT 2",
      "SELECT 3",
    ],
  ],
  [
    "mysql",
    "delimiter ;;\n/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`%`*/ /*!50003 TRIGGER t AFTER INSERT ON a FOR EACH ROW DELETE FROM b */;;\ndelimiter ;",
    [
      "CREATE*/ /*!50017 DEFINER=`a`@`%`*/ /*!50003 TRIGGER t AFTER INSERT ON a FOR EACH ROW DELETE FROM b",
    ],
  ],
  [
    "mysql",
    "CREATE DEFINER = root@localhost PROCEDURE p() BEGIN SELECT 1; SELECT 2; END; SELECT 3",
    ["CREATE DEFINER = root@localhost PROCEDURE p() BEGIN SELECT 1; SELECT 2; END", "SELECT 3"],
  ],
  ["mysql", "SELECT 1;\n--> statement-breakpoint\nSELECT 2", ["SELECT 1", "SELECT 2"]],
  [
    "sqlite",
    "SELECT [a;b], `c;`, \"d;\", 'e\\'; SELECT 1",
    ["SELECT [a;b], `c;`, \"d;\", 'e\\'", "SELECT 1"],
  ],
  [
    "sqlite",
    "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM b; END; SELECT 1",
    [
      "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM b; END",
      "SELECT 1",
    ],
  ],
] as const)("%s: %s", (dialect, text, statements) => {
  it("is split", () => {
    expect(split(text, dialect)).toEqual(statements);
  });
});

const snippet = fc.constantFrom(
  ...["SELECT 1", "a", "'", "''", '"', "$$", "$a$", "--", "/*", "*/", "\n", ";", " ", "E'", "\\"],
  ...["BEGIN", "END", "CREATE FUNCTION", "(", ")", "用", "😀", "`", "[", "]", "#", "?", ":b", "@c"],
);
const texts = fc.array(snippet, { maxLength: 30 }).map((parts) => parts.join(""));

describe.each(["postgresql", "mysql", "sqlite"] as const)("any text in %s", (dialect) => {
  it("is split into tokens that stand in their order, and nothing is lost but space and `;`", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end, tokens } of splitStatements(text, dialect)) {
          expect(tokens[0]?.start).toBe(start);
          expect(tokens.at(-1)?.end).toBe(end);
          for (const token of tokens) {
            expect(token.start).toBeGreaterThanOrEqual(at);
            expect(token.end).toBeGreaterThan(token.start);
            expect(splitStatements(text.slice(at, token.start), dialect)).toEqual([]);
            at = token.end;
          }
        }
        expect(splitStatements(text.slice(at), dialect)).toEqual([]);
      }),
    );
  });
});

describe("PostgreSQL's own grammar", () => {
  const statements = fc.constantFrom(
    ...[
      "SELECT 1",
      "SELECT ';', E'\\';', U&'\\0041;'",
      "SELECT $$;$$, $a$;$b$;$a$",
      'SELECT 1 AS ";"',
    ],
    ...[
      "DELETE FROM a /* ; /* ; */ */ WHERE b",
      "SELECT 1 -- ;\n",
      "SELECT '用;😀'",
      "BEGIN",
      "END",
    ],
    ...[
      "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a THEN b END; END",
    ],
    ...[
      "CREATE RULE r AS ON INSERT TO a DO (SELECT 1; SELECT 2)",
      "DO 'begin end;'",
      "SELECT 1 || 'a'",
    ],
    ...["SELECT B'1', X'f', 'a'\n';'", "CREATE TABLE a (b int DEFAULT 1)", "SELECT a[1:2], b::int"],
  );
  const between = fc.constantFrom(";", ";;", " ; ", ";\n-- ;\n", "; /* ; */ ;");

  it("finds as many statements", async () => {
    const pieces = fc.array(fc.tuple(statements, between), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const text = parts.flat().join("");
        const parsed = await parse(text);
        expect(split(text, "postgresql")).toHaveLength(parsed.stmts?.length ?? 0);
      }),
    );
  });
});
