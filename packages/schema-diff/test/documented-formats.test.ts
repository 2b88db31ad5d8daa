import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { migrationFormats } from "../src/index.js";

it("the page of the domain map names every format, and no other", () => {
  const page = readFileSync(new URL("../../../docs/domain-map.md", import.meta.url), "utf8");
  const [, list = ""] = /`format` names the tool(.*?)The dialect is that of/su.exec(page) ?? [];
  const named = [...list.matchAll(/`([\w-]+)`/gu)].map(([, format = ""]) => format);
  expect(named.sort()).toEqual([...migrationFormats].sort());
});
