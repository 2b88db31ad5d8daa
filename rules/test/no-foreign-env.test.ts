import { describe, expect, it } from "vitest";
import rule from "../no-foreign-env/rule.js";
import { dataMap, judged, judge } from "./judged.js";

const map = dataMap({
  users: { env: ["USERS_*"], database: { dialect: "postgresql", url: "DATABASE_URL_USERS" } },
  pool: { env: ["POOL_*", "USERS_SYNC_TOKEN"] },
});

describe("a variable", () => {
  it.each<readonly [string, string, string | null]>([
    ["src/pool/a.ts", "POOL_SIZE", null],
    ["src/pool/a.ts", "NODE_ENV", null],
    ["src/pool/a.ts", "PORT", null],
    ["src/pool/a.ts", "?", null],
    ["src/pool/a.ts", "USERS_SYNC_TOKEN", null],
    ["src/pool/a.ts", "USERS_TOKEN", "foreign of users at USERS_TOKEN"],
    ["src/pool/a.ts", "DATABASE_URL_USERS", "foreign of users at DATABASE_URL_USERS"],
    ["src/users/a.ts", "USERS_SYNC_TOKEN", "foreign of pool at USERS_SYNC_TOKEN"],
    ["src/lib/a.ts", "NODE_ENV", null],
    ["src/lib/a.ts", "USERS_TOKEN", "shared of users at USERS_TOKEN"],
    ["src/a.ts", "USERS_TOKEN", null], // nobody's
  ])("%s reads %s", (file, name, expected) => {
    const found = judged(rule, map, { [file]: [`env ${name}`] });
    expect(found).toEqual(expected === null ? [] : [`${file}: ${expected}`]);
  });

  it("is told with the line of the map", () => {
    const of = (name: string) => judge(rule, map, { "src/pool/a.ts": [`env ${name}`] })[0]?.why;
    expect(of("USERS_TOKEN")).toBe("env.USERS_* → users");
    expect(of("DATABASE_URL_USERS")).toBe("DATABASE_URL_USERS → users");
  });
});
