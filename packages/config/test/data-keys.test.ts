import { describe, expect, it } from "vitest";
import { validateMap } from "../src/validation/validate-map.js";
import { rules } from "./rules.js";

type Domain = Readonly<Record<string, unknown>>;

const database = { dialect: "postgresql", url: "DATABASE_URL" };

/** `domains.pool.tables.0: message`, for users and pool. */
function problems(users: Domain, pool: Domain, shared: Domain = {}): readonly string[] {
  const map = { domains: { users, pool, billing: {} }, shared };
  return validateMap(map, rules).problems.map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );
}

describe("tables and entities", () => {
  it.each<readonly [Domain, string | null]>([
    [
      { tables: ["redeem_codes", "admin_*", "billing.*", "public.codes", "Link", "a?", "{a,b}_c"] },
      null,
    ],
    [{ entities: ["RedeemCode", "Admin*"] }, null],
    [{ tables: ["用户", "order items", "a-b"] }, null],
    [{ tables: ["!old_*"] }, "tables.0: `!old_*` is negated, and patterns can't take tables away"],
    [{ tables: ["a/b"] }, "tables.0: `a/b` is a pattern of files; write a name"],
    [{ tables: ["**"] }, "tables.0: `**` is a pattern of files; write a name"],
    [{ tables: ["db.public.codes"] }, "tables.0: `db.public.codes` has more than one dot"],
    [{ tables: [""] }, "tables.0: a table is empty"],
    [{ entities: ["schema.Code"] }, "entities.0: `schema.Code` has a dot"],
    [{ entities: [" "] }, "entities.0: an entity is empty"],
  ])("%j", (users, expected) => {
    const [first = null, ...others] = problems(users, {});
    expect(others).toEqual([]);
    if (expected === null) expect(first).toBeNull();
    else expect(first).toContain(`domains.users.${expected}`);
  });
});

describe("one table with two owners", () => {
  const both = (entry: Domain) =>
    problems({ ...entry, database }, { ...entry, database }).map((text) => text.split(";")[0]);
  const contested = (what: string) =>
    `in one database, the ${what} can't belong to both users and pool`;

  it.each([
    [{ tables: ["settings"] }, [`domains.pool.tables.0: ${contested("table `settings`")}`]],
    [{ tables: ["a_*"] }, [`domains.pool.tables.0: ${contested("table `a_*`")}`]],
    [{ entities: ["Code"] }, [`domains.pool.entities.0: ${contested("entity `Code`")}`]],
  ])("%j", (entry, expected) => {
    expect(both(entry)).toEqual(expected);
    expect(problems(entry, entry)).toEqual([]); // nothing says that it is one database
    expect(problems({ ...entry, database }, entry)).toEqual([]);
    const other = { ...database, url: "DATABASE_URL_POOL" };
    expect(problems({ ...entry, database }, { ...entry, database: other })).toEqual([]);
  });

  it("a shared table is in every database", () => {
    expect(problems({ tables: ["settings"] }, {}, { tables: ["settings"] })).toEqual([
      "domains.users.tables.0: the table `settings` can't belong to both shared and users; leave it to one of them",
    ]);
  });

  it("what differs in its pattern is told where such a table is touched", () => {
    expect(problems({ tables: ["user_*"], database }, { tables: ["*_seat"], database })).toEqual(
      [],
    );
  });
});

describe("mayTouch", () => {
  it.each<readonly [Domain, readonly string[]]>([
    [{ reads: ["pool"], joins: ["pool"], relations: ["billing"] }, []],
    [{ writes: ["pool"], joins: ["pool"] }, []],
    [{ transactions: ["pool"] }, []], // a transaction may call a repository of pool and write nothing
    [{ reads: ["pol"] }, ["reads.0: `pol` is not a domain; did you mean `pool`?"]],
    [
      { relations: ["users"] },
      ["relations.0: users may always touch its own tables; remove it here"],
    ],
    [
      { joins: ["shared"] },
      ["joins.0: every domain may touch shared tables; remove `shared` here"],
    ],
    [{ reads: ["pool", "pool"] }, ["reads.1: `pool` is listed twice; remove one of them"]],
    [
      { joins: ["pool"] },
      [
        "joins.0: users may join tables of pool but not read them; name pool in `reads` too, or remove it here",
      ],
    ],
  ])("%j", (mayTouch, expected) => {
    const found = problems({ mayTouch }, {});
    expect(found).toEqual(expected.map((text) => `domains.users.mayTouch.${text}`));
  });

  it("is an object with keys that there are", () => {
    expect(problems({ mayTouch: { tables: ["pool"] } }, { mayTouch: ["users"] })).toEqual([
      "domains.users.mayTouch.tables: `tables` is not a key of `domains.users.mayTouch`; the keys are `reads`, `writes`, `joins`, `transactions`, `relations`",
      "domains.pool.mayTouch: `domains.pool.mayTouch` must be an object, but is a list",
    ]);
    expect(problems({ mayTouch: { reads: "pool" } }, {})).toEqual([
      'domains.users.mayTouch.reads: `domains.users.mayTouch.reads` must be a list of domains, but is "pool"',
    ]);
  });
});
