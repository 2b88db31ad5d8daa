import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import draft7 from "ajv/dist/refs/json-schema-draft-07.json" with { type: "json" };
import { parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { configJsonSchema } from "../src/config-json-schema.js";
import { rules } from "./rules.js";

const schema: Record<string, unknown> = Object.fromEntries(Object.entries(configJsonSchema(rules)));
const ajv = new Ajv.default({ strict: true, strictTuples: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const users = { files: ["src/users/**"] };

it("is a valid schema of draft 7", () => {
  expect(schema.$schema).toBe(draft7.$id);
  expect(ajv.validateSchema(schema, true)).toBe(true);
});

it("describes every key, because editors show it", () => {
  expect(undescribed(schema, "map")).toEqual([]);
});

describe("valid", () => {
  it.each([
    [{ domains: { users } }],
    [{ $schema: "./x.json", domains: { users, pool: {} }, shared: { tables: [], env: ["A_*"] } }],
    [{ domains: { users: { ...users, database: { dialect: "sqlite", url: "DB_URL" } } } }],
    [{ domains: { users }, rules: { "*": "warn", "no-domain-cycle": "off" } }],
    [
      {
        domains: { users },
        rules: { "no-cross-domain-import": ["error", { typeOnly: "allow" }] },
      },
    ],
    [
      {
        domains: { users },
        exemptions: [{ rule: "no-domain-cycle", file: "a", reason: "b", until: "2027-01-31" }],
      },
    ],
  ])("%j", (map) => {
    expect(validate(map) ? [] : validate.errors).toEqual([]);
  });
});

describe("invalid", () => {
  it.each([
    [{}, "must have required property 'domains'"],
    [{ domains: {} }, "must NOT have fewer than 1 properties"],
    [{ domains: { users: { file: [] } } }, "must NOT have additional properties"],
    [{ domains: { users: { files: "src/**" } } }, "must be array"],
    [{ domains: { users: { env: ["A=b"] } } }, "must match pattern"],
    [
      { domains: { users: { database: { dialect: "sqlite", url: "a://b" } } } },
      "must match pattern",
    ],
    [
      { domains: { users: { database: { dialect: "sqlite" } } } },
      "must have required property 'url'",
    ],
    [
      { domains: { users }, rules: { "no-such-rule": "error" } },
      "must NOT have additional properties",
    ],
    [
      { domains: { users }, rules: { "*": "warning" } },
      "must be equal to one of the allowed values",
    ],
    [
      { domains: { users }, rules: { "no-cross-domain-import": ["error", { typeOnly: "x" }] } },
      "must be equal to one of the allowed values",
    ],
    [{ domains: { users }, exemptions: [{ rule: "x", file: "a", reason: "b" }] }, "allowed values"],
    [{ domains: { users }, exemptions: [{ rule: "no-domain-cycle", file: "a" }] }, "'reason'"],
  ])("%j: %s", (map, message) => {
    expect(validate(map)).toBe(false);
    expect(ajv.errorsText(validate.errors)).toContain(message);
  });

  it("the fixture in which everything is wrong", () => {
    const path = new URL(
      "../../../fixtures/config-invalid-json/domain-isolation.config.json",
      import.meta.url,
    );
    expect(validate(parse(readFileSync(fileURLToPath(path), "utf8")))).toBe(false);
  });
});

/** The keys below a schema that have no description. */
function undescribed(node: unknown, name: string): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  const keys: readonly [string, unknown][] =
    "properties" in node ? Object.entries(node.properties ?? {}) : [];
  const bare = keys.filter(([, value]) => !isDescribed(value)).map(([key]) => `${name}.${key}`);
  const below: readonly [string, unknown][] = Object.entries(node);
  return [...bare, ...below.flatMap(([key, value]) => undescribed(value, `${name}.${key}`))];
}

function isDescribed(value: unknown): boolean {
  return typeof value === "object" && value !== null && "description" in value;
}
