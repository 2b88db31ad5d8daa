import { describe, expect, it } from "vitest";
import { mayReadEnvironment } from "../src/data/environment/may-read-environment.js";

describe("a text that may read the environment", () => {
  it.each([
    ["the environment itself", `const url = process.env.DATABASE_URL;`],
    ["a name of ours for it", `import { env } from "./env";\nconnect(env.URL);`],
    ["the module that gives it", `const { argv, ...rest } = require("process");`],
    ["a variable's name in a string", `readEnv("DATABASE_URL")`],
    ["one in a constant", `getEnvironment(fallback, DATABASE_URL)`],
    ["one in a property", `this.requireEnv(names.DATABASE_URL)`],
    ["one behind other arguments", `fromEnv({ optional: true }, () => "", "USERS_URL")`],
    ["one on another line", `readEnv(\n  "DATABASE_URL",\n)`],
    ["what is worked out when it runs", `readEnv(names[0])`],
    ["a template", "readEnv(`${prefix}_URL`)"],
    ["what is asserted", `readEnv(URL as string)`],
    ["more arguments than are looked at", `readEnv(${"value, ".repeat(100)}last)`],
  ])("%s", (_, text) => {
    expect(mayReadEnvironment(text)).toBe(true);
  });

  it.each([
    ["an object that is made", `new FeatureEnvironmentStore(db, EVENTS, "KEY")`],
    ["a function that is declared", `function getEnvironment(KEY: string, OTHER: string) {}`],
    ["a call without a variable's name", `useEnvironments(project, { enabled: true });`],
    ["names in the next statement", `createTestEnvironment(testConfig());\nfind("KEY");`],
    ["another word that begins so", `envelope(letter)`],
  ])("not %s", (_, text) => {
    expect(mayReadEnvironment(text)).toBe(false);
  });
});
