import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv, type AnySchemaObject } from "ajv";
import { expect, it } from "vitest";
import { main } from "../src/main.js";
import { memoryWorld } from "./memory-world.js";

const schemaFile = new URL("../../schema-diff/schema/schema-document.schema.json", import.meta.url);
const fixture = fileURLToPath(new URL("../../../fixtures/gpt-invite", import.meta.url));

function validator() {
  const schema = JSON.parse(readFileSync(schemaFile, "utf8")) as AnySchemaObject;
  return new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
}

it("what schema --format json prints is valid by its JSON Schema", async () => {
  const world = memoryWorld(["schema", "--format", "json"], { cwd: fixture });
  expect(await main(world)).toBe(0);
  const document: unknown = JSON.parse(world.stdout.text());
  expect(document).toMatchObject({ domains: { users: {}, pool: {} } });
  const validate = validator();
  expect({ isValid: validate(document), errors: validate.errors }).toEqual({
    isValid: true,
    errors: null,
  });
});

it.each([
  ["another version", { version: 2, domains: {} }],
  ["a domain without tables", { version: 1, domains: { users: { dialect: "postgresql" } } }],
])("is no such document: %s", (_, document) => {
  expect(validator()(document)).toBe(false);
});
