import { describe, expect, test } from "vitest";
import { mikroOrm } from "../../src/readers/mikro-orm/mikro-orm.js";
import { treeOf } from "../source-code/code-files.js";
import { expectSame } from "../source-code/same-schema.js";

const sent = [
  'create table "users" ("id" serial primary key, "email" varchar(255) not null);',
  'create index "users_email" on "users" ("email");',
];

const files = {
  "migrations/Migration20240101000000.ts": `
    import { Migration } from "@mikro-orm/migrations";
    export class Migration20240101000000 extends Migration {
      override async up(): Promise<void> {
        this.addSql('${sent[0] ?? ""}');
        for (const column of ["email"]) this.addSql(\`create index "users_\${column}" on "users" ("\${column}");\`);
      }
      override async down(): Promise<void> {
        this.addSql('drop table "users";');
      }
    }`,
  "migrations/.snapshot-shop.json": "{}",
};

describe("MikroORM", () => {
  const input = treeOf(files, "postgresql");

  test("is read as it runs", () => {
    const tree = mikroOrm.read(input);
    expectSame(tree, sent, "postgresql");
    expect(tree.heads).toEqual(["Migration20240101000000"]);
    expect(tree.migrations[0]?.down).toMatchObject([{ kind: "drop table" }]);
  });

  test("knows its trees", () => {
    expect(mikroOrm.detects(input)).toBe(true);
  });

  test("points at the name in the string", () => {
    const [change] = mikroOrm.read(input).migrations[0]?.up ?? [];
    const text = files["migrations/Migration20240101000000.ts"];
    const span = change?.kind === "create table" ? change.name.span : { start: 0, end: 0 };
    expect(text.slice(span.start, span.end)).toBe('"users"');
  });
});
