import { describe, expect, it } from "vitest";
import { compileMap, type DomainSource, type MapSource, type TableName } from "../src/index.js";

const database = (url: string) => ({ dialect: "postgresql", url }) as const;

/** "users", "shared", "internal", "unowned", or "users or pool". */
function ownerOf(source: MapSource, table: string | Partial<TableName>, askedBy: string | null) {
  const name =
    typeof table === "string"
      ? { name: table, schema: null, entity: null }
      : { name: "", ...table };
  const owner = compileMap(source).tableOwner({ schema: null, entity: null, ...name }, askedBy);
  if (owner.kind === "owned") return owner.domain;
  if (owner.kind !== "ambiguous") return owner.kind;
  return owner.claims.map(({ domain }) => domain ?? "shared").join(" or ");
}

function mapOf(users: DomainSource, pool: DomainSource, shared: MapSource["shared"] = {}) {
  return { domains: { users, pool }, shared };
}

describe("a table that two domains have, each in a database of its own", () => {
  const both = mapOf({ tables: ["settings"] }, { tables: ["settings"] });
  it.each([
    ["users", "users"],
    ["pool", "pool"],
    ["mail", "users or pool"],
    [null, "users or pool"],
  ])("asked by %s: %s", (askedBy, owner) => {
    expect(ownerOf(both, "settings", askedBy)).toBe(owner);
  });
});

describe("patterns that are as specific", () => {
  const urls = (users: string | null, pool: string | null) =>
    mapOf(
      { tables: ["user_*"], ...(users ? { database: database(users) } : {}) },
      { tables: ["*_seat"], ...(pool ? { database: database(pool) } : {}) },
    );
  it.each([
    ["two databases", urls("A", "B"), "users"],
    ["databases not known", urls(null, null), "users"],
    ["one known", urls("A", null), "users"],
    ["one database", urls("A", "A"), "users or pool"],
  ])("%s: %s", (_title, map, owner) => {
    expect(ownerOf(map, "user_seat", "users")).toBe(owner);
    expect(ownerOf(map, "user_seat", null)).toBe("users or pool");
  });

  it("shared ones are in every database", () => {
    const map = mapOf({ tables: ["user_*"] }, {}, { tables: ["*_log"] });
    expect(ownerOf(map, "user_log", "users")).toBe("users");
    const tie = mapOf({ tables: ["user_*"] }, {}, { tables: ["*_code"] });
    expect(ownerOf(tie, "user_code", "users")).toBe("shared or users");
  });
});

describe("schemas", () => {
  const map = mapOf({ tables: ["codes", "public.invites"] }, { tables: ["pool.seats", "pool.c*"] });
  it.each([
    ["codes", null, null, "users"],
    ["codes", "public", null, "users"],
    ["codes", "archive", null, "users"], // without a schema it is the table of any
    ["codes", "pool", null, "pool"],
    ["invites", null, null, "users"], // PostgreSQL looks in `public` first
    ["invites", "archive", null, "unowned"],
    ["seats", "pool", null, "pool"],
    ["seats", null, null, "unowned"],
    ["seats", null, "users", "unowned"],
    ["seats", null, "pool", "pool"], // its own code may have its schema in the search path
  ])("%s of %s, asked by %s: %s", (name, schema, askedBy, owner) => {
    expect(ownerOf(map, { name, schema }, askedBy)).toBe(owner);
  });
});

describe("capitals", () => {
  const map = mapOf({ tables: ["Link", "users"] }, { tables: ["Users", "*"] });
  it.each([
    ["Link", "users"],
    ["link", "users"],
    ["users", "users"],
    ["Users", "pool"],
    ["USERS", "users or pool"],
    ["links", "pool"],
  ])("%s: %s", (name, owner) => {
    expect(ownerOf(map, name, null)).toBe(owner);
  });
});

describe("entities", () => {
  const map = mapOf(
    { entities: ["RedeemCode", "Invite*"], tables: ["seat_codes"] },
    { tables: ["re*", "invites"], entities: ["SeatCode"] },
  );
  it.each([
    ["redeem_codes", "RedeemCode", "users"], // a pattern of tables is less specific
    ["redeem_codes", null, "pool"],
    ["codes", "RedeemCode", "users"],
    ["codes", "redeemcode", "unowned"],
    ["invites", "Invite", "pool"], // the name of a table goes before a pattern of entities
    ["invite_logs", "InviteLog", "users"],
    ["seat_codes", "SeatCode", "users"],
  ])("%s as %s: %s", (name, entity, owner) => {
    expect(ownerOf(map, { name, entity }, null)).toBe(owner);
  });
});

describe("tables of the database and of tools", () => {
  it.each([
    ["alembic_version", "users", "internal"],
    ["pg_class", "users", "internal"],
    ["sequelizemeta", "users", "internal"],
    ["migrations", "pool", "pool"], // who names one has it
    ["migrations", "users", "pool"],
    ["codes", "users", "users"],
  ])("%s, asked by %s: %s", (name, askedBy, owner) => {
    const map = mapOf({ tables: ["*"] }, { tables: ["migrations"] });
    expect(ownerOf(map, name, askedBy)).toBe(owner);
  });

  it("stand in schemas of their own", () => {
    expect(ownerOf(mapOf({}, {}), { name: "tables", schema: "information_schema" }, null)).toBe(
      "internal",
    );
  });
});

describe("environment variables", () => {
  const map = compileMap({
    domains: {
      users: { env: ["USERS_*", "API_KEY"], database: database("DB_USERS") },
      pool: { env: ["USERS_SYNC_*", "DB_BILLING"], database: database("DB") },
      billing: { database: database("DB_BILLING") },
      mail: { database: database("DB") },
    },
    shared: { env: ["NODE_ENV", "USERS_LOCALE"] },
  });
  it.each([
    ["API_KEY", "users"],
    ["USERS_TOKEN", "users"],
    ["USERS_SYNC_TOKEN", "pool"],
    ["USERS_LOCALE", "shared"],
    ["DB_USERS", "users"], // the URL of its own database
    ["DB_BILLING", "pool"], // what `env` says goes first
    ["DB", null], // pool and mail are in one database still
    ["PORT", null],
  ])("%s: %s", (name, owner) => {
    const found = map.envOwner(name);
    expect(found && (found.domain ?? "shared")).toBe(owner);
  });
});

describe("what a domain may touch", () => {
  const map = compileMap({
    domains: {
      users: { mayTouch: { writes: ["pool"], joins: ["pool"], relations: ["pool"] } },
      pool: { mayTouch: { reads: ["users"] } },
    },
  });
  it.each([
    ["users", "pool", "writes", true],
    ["users", "pool", "reads", true], // writes include reads
    ["users", "pool", "joins", true],
    ["users", "pool", "transactions", false],
    ["pool", "users", "reads", true],
    ["pool", "users", "writes", false],
    ["pool", "users", "joins", false],
    ["pool", "users", "relations", true], // from either side
    ["pool", "pool", "writes", true],
  ] as const)("%s → %s %s: %s", (from, to, touch, expected) => {
    expect(map.mayTouch(from, to, touch)).toBe(expected);
  });
});
