import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.js";
import { memoryWorld } from "./memory-world.js";
import { temporaryProject } from "./temporary-project.js";

const map = {
  domains: {
    users: {
      tables: ["redeem_codes"],
      migrations: [{ path: "migrations/users" }],
      database: { dialect: "postgresql", url: "USERS_URL" },
    },
    pool: { tables: ["seats"], migrations: [{ path: "migrations/pool", format: "sql" }] },
    billing: {},
  },
};

const files = {
  "domain-isolation.config.json": JSON.stringify(map),
  "migrations/users/0001_codes.sql":
    "CREATE TABLE redeem_codes (\n  id serial PRIMARY KEY,\n  code varchar(20) NOT NULL UNIQUE\n);\n",
  "migrations/users/0002_mother.sql":
    "ALTER TABLE redeem_codes ADD COLUMN seat_id integer REFERENCES seats (id);\n" +
    "ALTER TABLE redeem_codes DROP COLUMN seat_id;\n",
  "migrations/pool/1_seats.sql": "CREATE TABLE seats (id integer PRIMARY KEY);\n",
};

async function run(cwd: string, ...words: readonly string[]) {
  const world = memoryWorld(words, { cwd });
  const code = await main(world);
  return { code, out: world.stdout.text(), err: world.stderr.text() };
}

describe("the command schema", () => {
  it("prints what the migrations lead to, for people", async () => {
    const { code, out, err } = await run(temporaryProject(files), "schema", "--domain", "users");
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toContain("## users\n\n1 table, 2 migrations.\n");
    expect(out).toContain("### redeem_codes\n\nmigrations/users/0001_codes.sql:1\n");
    expect(out).toContain("| code | character varying(20) | unique |\n");
    expect(out).not.toContain("seats");
  });

  it("and for programs, in the words of the issue", async () => {
    const { out } = await run(temporaryProject(files), "schema", "--format", "json");
    const document: unknown = JSON.parse(out);
    expect(document).toMatchObject({
      version: 1,
      domains: {
        users: {
          heads: ["0002_mother"],
          tables: {
            redeem_codes: {
              schema: "public",
              columns: [
                { name: "id", type: "integer", nullable: false },
                { name: "code", type: "character varying(20)", nullable: false, default: null },
              ],
              primaryKey: { name: "redeem_codes_pkey", columns: ["id"] },
              foreignKeys: [],
              uniques: [{ name: "redeem_codes_code_key", columns: ["code"] }],
              definedAt: { file: "migrations/users/0001_codes.sql", line: 1 },
            },
          },
          opaque: [],
        },
        pool: { tables: { seats: {} } },
      },
    });
  });

  it("and as SQL that makes it", async () => {
    const { code, out, err } = await run(temporaryProject(files), "schema", "--format", "sql");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(`-- users

CREATE SEQUENCE "redeem_codes_id_seq";

CREATE TABLE "redeem_codes" (
  "id" integer NOT NULL DEFAULT nextval('redeem_codes_id_seq'),
  "code" character varying(20) NOT NULL,
  CONSTRAINT "redeem_codes_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "redeem_codes_code_key" UNIQUE ("code")
);

ALTER SEQUENCE "redeem_codes_id_seq" OWNED BY "redeem_codes"."id";

-- pool

CREATE TABLE "seats" (
  "id" integer NOT NULL,
  CONSTRAINT "seats_pkey" PRIMARY KEY ("id")
);

`);
  });

  it("can't print what isn't there, and says so", async () => {
    const root = temporaryProject(files);
    expect(await run(root, "schema", "--domain", "usrs")).toMatchObject({
      code: 2,
      err: 'check-domain-isolation: unknown domain "usrs"; did you mean "users"?\n',
    });
    const { code, err } = await run(root, "schema", "--domain", "billing");
    expect(err).toContain("billing doesn't name `migrations` in the map");
    expect(code).toBe(2);
    expect(await run(root, "schema", "--format", "pretty")).toMatchObject({ code: 2 });
  });
});

describe("--history", () => {
  it("reports a foreign key that a later migration has dropped", async () => {
    const root = temporaryProject(files);
    const rule = ["--rule", "*=off", "--rule", "no-cross-domain-foreign-key=error"];
    expect(await run(root, ...rule)).toMatchObject({ code: 0 });
    const { code, out } = await run(root, ...rule, "--history");
    expect(out).toContain("migrations/users/0002_mother.sql:1:64  error");
    expect(out).toContain(
      "had a foreign key to `seats`, which pool owns; a later migration drops it",
    );
    expect(code).toBe(1);
  });
});

describe("the command schema diff", () => {
  it("prints what the branch changes since it left another, also what isn't committed", async () => {
    const root = temporaryProject(files);
    const git = (...words: readonly string[]) => {
      const identity = [
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@b.c",
        "-c",
        "commit.gpgsign=false",
      ];
      const { status, stderr } = spawnSync("git", [...identity, ...words], { cwd: root });
      expect(stderr.toString() || status).toBe(0);
    };
    git("init", "--quiet", "--initial-branch=main");
    git("add", ".");
    git("commit", "--quiet", "--message", "first");
    git("switch", "--quiet", "--create", "work");
    expect((await run(root, "schema", "diff")).out).toContain("Nothing.");
    const seats = join(root, "migrations/pool/1_seats.sql");
    writeFileSync(seats, readFileSync(seats, "utf8").replace("integer", "bigint"));
    writeFileSync(
      join(root, "migrations/users/0003_jobs.sql"),
      "CREATE TABLE jobs (id integer);\nALTER TABLE redeem_codes ALTER COLUMN code TYPE text;\n",
    );
    const { out } = await run(root, "schema", "diff", "--base", "main");
    expect(out).toBe(
      "# What changes in the schema since main\n\n## users\n\n- + table jobs\n" +
        "- ~ table redeem_codes: column code: text here, character varying(20) there\n" +
        "\n## pool\n\n- ~ table seats: column id: bigint here, integer there\n",
    );
    expect(await run(root, "schema", "diff", "--base", "nowhere")).toMatchObject({
      code: 2,
      err: "check-domain-isolation: git knows no `nowhere`; fetch it, or name another with --base\n",
    });
  });
});
