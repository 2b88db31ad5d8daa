import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Dialect } from "@domain-isolation/model";
import { describe, expect, test } from "vitest";
import {
  declaredByTypeorm,
  differences,
  readChanges,
  replay,
  sqlFile,
} from "../../../src/index.js";
import { codeFiles } from "../../source-code/code-files.js";

const here = fileURLToPath(new URL(".", import.meta.url));

function recorded(file: string): string {
  return readFileSync(`${here}${file}`, "utf8");
}

function declaredBy(files: Readonly<Record<string, string>>, dialect: Dialect = "postgresql") {
  const text = (file: string) => files[file] ?? null;
  const names = Object.keys(files);
  const [declared] = declaredByTypeorm({
    ...{ candidates: names, files: names, text, code: codeFiles(text) },
    dialects: [dialect],
  });
  return declared;
}

/** The whole of an entity, of which only the body is of interest. */
function declaredOf(body: string, more: Readonly<Record<string, string>> = {}) {
  const text = `
    import * as typeorm from "typeorm";
    import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from "typeorm";
    import { Elsewhere, options, other } from "elsewhere";
    import { Money } from "./money.js";
    @Entity("t")
    ${body.startsWith("class") ? body : `class T { @PrimaryGeneratedColumn() id: number; ${body} }`}
  `;
  return declaredBy({ "t.ts": text, ...more });
}

describe("entities of TypeORM", () => {
  test.each(["postgresql", "sqlite", "mysql"] as const)(
    "make on %s the tables that TypeORM makes",
    (dialect) => {
      const declared = declaredBy({ "entities.ts": recorded("entities.txt") }, dialect);
      const sql = sqlFile("recorded.sql", recorded(`${dialect}.sql`), dialect);
      const theirs = replay(readChanges(sql), dialect);
      const ours = declared?.schema.tables ?? [];
      expect([...(declared?.problems ?? []), ...theirs.problems]).toEqual([]);
      const namesOf = (tables: typeof ours) => tables.map(({ name }) => name).sort();
      expect(namesOf(ours)).toEqual(namesOf(theirs.schema.tables));
      const found = ours.flatMap((table) => {
        const other = theirs.schema.tables.find(({ name }) => name === table.name);
        const lines = other ? differences(table, other, { dialect, isDeclared: true }) : [];
        return lines.map((each) => `${table.name}: ${each}`);
      });
      expect(found).toEqual([]);
      expect(declared?.schema.types.map(({ name, values }) => [name, values])).toEqual(
        theirs.schema.types.map(({ name, values }) => [name, values]),
      );
    },
  );

  test.each([
    ["as properties are", "", ["id", "mainGroupId", "note_text", "homeZip_code"]],
    [
      "in snake case",
      `import { SnakeNamingStrategy } from "typeorm-naming-strategies";
       new typeorm.DataSource({ namingStrategy: new SnakeNamingStrategy() });`,
      ["id", "main_group_id", "note_text", "home_zip_code"],
    ],
    [
      "as a strategy of ours says",
      `class Own extends typeorm.DefaultNamingStrategy {
         columnName(property, given, prefixes) { return given || "c_" + property; }
         joinColumnName(relation, column) { return "j_" + relation; }
       }
       new typeorm.DataSource({ namingStrategy: new Own() });`,
      ["c_id", "j_mainGroup", "note_text", "zip_code"],
    ],
  ])("columns are called %s", (_how, source, names) => {
    const declared = declaredOf(
      `class T {
        @PrimaryGeneratedColumn() id: number;
        @ManyToOne(() => T) mainGroup: T;
        @Column("text", { name: "note_text" }) note: string;
        @Column(() => Home) home: Home;
      }
      class Home { @Column({ name: "zip_code" }) zip: string }`,
      { "source.ts": `import * as typeorm from "typeorm"; ${source}` },
    );
    expect(declared?.problems).toEqual([]);
    const columns = declared?.schema.tables[0]?.columns.map(({ name }) => name);
    expect(columns?.toSorted()).toEqual(names.toSorted());
  });

  test("types are those of TypeScript, enums and aliases too", () => {
    const declared = declaredOf(`class T {
        @PrimaryGeneratedColumn() id: number;
        @Column() a: Level;
        @Column() b: Mood;
        @Column({ type: Number }) c: unknown;
        @Column({ type: "enum", enum: Object.values(Level), default: Level.High }) d: Level;
        @Column("text", { array: true, default: [] }) e: string[];
        @Column({ type: "timestamp with time zone", precision: 3 }) f: Date;
      }
      enum Level { Low, High = 5 }
      type Mood = "good" | "bad";`);
    expect(declared?.problems).toEqual([]);
    expect(declared?.schema.tables[0]?.columns).toMatchObject([
      { name: "id" },
      { type: "integer" },
      { type: "character varying" },
      { type: "integer" },
      { type: "t_d_enum" },
      { type: "text[]", default: "'{}'" },
      { type: "timestamp(3) with time zone" },
    ]);
    expect(declared?.schema.types).toMatchObject([{ name: "t_d_enum", values: ["0", "5"] }]);
  });

  test.each([
    ["class T extends Elsewhere {}", "what it takes from Elsewhere stands elsewhere"],
    ["@Column() a: Elsewhere;", "a: its type isn't known"],
    ["@Column(options) a: string;", "a: its type isn't known"],
    ["@Column('text', options) a: string;", "a: its options are known only when it runs"],
    ["@Column({ name: other }) a: string;", "how the column of a is called isn't known"],
    ["@Column({ ...options, length: 3 }) a: string;", "a: "],
    ["@ManyToOne(() => Elsewhere) a: Elsewhere;", "what a refers to isn't known"],
    ["@ManyToOne(() => T) @JoinColumn(options) a: T;", "which columns a has isn't known"],
    ["@Money() a: number;", "what `@Money` makes of a isn't known"],
    ["class T { @typeorm.PrimaryColumn() @Index(other) id: number }", ""],
    ["class T { @typeorm.PrimaryColumn() id: number } @Index(['id', 'x']) class U {}", ""],
  ])("what of %s can't be read is told", (body, reason) => {
    const money = `
      import { Column } from "typeorm";
      export function Money() { return Column("int"); }
    `;
    const declared = declaredOf(body, { "money.ts": money });
    const messages = declared?.problems.map(({ message }) => message) ?? [];
    expect(messages.join()).toContain(reason);
    expect(messages).toHaveLength(reason === "" ? 0 : 1);
    expect(declared?.schema.tables).toMatchObject([{ name: "t" }]);
  });
});
