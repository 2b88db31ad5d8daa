import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { auditConfig } from "../src/audit-config.js";
import { ConfigError, type ConfigProblem } from "../src/config-error.js";
import { loadConfig } from "../src/load-config.js";
import { domainSchema, mapSchema } from "../src/validation/map-schema.js";
import { rules } from "./rules.js";
import { temporaryFolder } from "./temporary-folder.js";

const page = readFileSync(new URL("../../../docs/domain-map.md", import.meta.url), "utf8");

/** A configuration of the page; ` with a.ts b.ts` names the files that there are. */
const examples = [
  ...page.matchAll(
    /^```(?<language>jsonc|ts)(?: with (?<files>[^\n]*))?\n(?<text>.*?)^```\n(?:\n```text\n(?<problems>.*?)^```\n)?/gmsu,
  ),
].map(({ groups = {}, index }) => ({
  line: page.slice(0, index).split("\n").length,
  name: groups.language === "ts" ? "domain-isolation.config.ts" : "domain-isolation.config.json",
  text: groups.text ?? "",
  files: groups.files?.split(" ") ?? null,
  problems: groups.problems?.trim().split("\n") ?? [],
}));

describe("each example does what the page says", () => {
  it.each(examples)("line $line", ({ name, text, files, problems }) => {
    const folder = temporaryFolder({ [name]: text });
    const found = problemsOf(join(folder, name), files);
    expect(
      found.map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`),
    ).toEqual(problems);
  });
});

it.each([
  ...Object.keys(domainSchema.entries),
  ...Object.keys(mapSchema.entries).filter((key) => key !== "domains" && key !== "$schema"),
])("%s has a section and an example", (key) => {
  const [, section = ""] = page.split(`\n### \`${key}\`\n`);
  expect(section.split(/\n##/u)[0]).toContain(`"${key}"`);
});

function problemsOf(path: string, files: readonly string[] | null): readonly ConfigProblem[] {
  try {
    const config = loadConfig(path, rules);
    return files ? auditConfig(config, files) : [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
