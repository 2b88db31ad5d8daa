import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { ConfigError } from "../src/config-error.js";
import { findConfig } from "../src/find-config.js";
import { temporaryFolder } from "./temporary-folder.js";

it.each([".ts", ".mts", ".js", ".mjs", ".json"])(
  "finds domain-isolation.config%s above",
  (ending) => {
    const name = `domain-isolation.config${ending}`;
    const folder = temporaryFolder({ [name]: "", "a/b/c.ts": "" });
    expect(findConfig(join(folder, "a/b"))).toBe(join(folder, name));
    expect(findConfig(folder)).toBe(join(folder, name));
  },
);

it("takes the nearest one, and no folder for a file", () => {
  const folder = temporaryFolder({
    "domain-isolation.config.ts": "",
    "app/domain-isolation.config.json": "",
    "app/src/a.ts": "",
  });
  mkdirSync(join(folder, "app/src/domain-isolation.config.ts"));
  expect(findConfig(join(folder, "app/src"))).toBe(
    join(folder, "app/domain-isolation.config.json"),
  );
});

it("finds nothing where there is nothing", () => {
  expect(findConfig(temporaryFolder({ "domain-isolation.config.yaml": "" }))).toBeNull();
});

it("refuses two in one folder and names both", () => {
  const folder = fileURLToPath(
    new URL("../../../fixtures/config-two-files/src/users", import.meta.url),
  );
  expect(() => findConfig(folder)).toThrow(ConfigError);
  expect(() => findConfig(folder)).toThrow(
    /domain-isolation\.config\.mjs and domain-isolation\.config\.json stand in one folder/u,
  );
});
