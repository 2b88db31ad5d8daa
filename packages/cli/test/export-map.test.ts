import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { cruise, type IConfiguration, type ICruiseResult } from "dependency-cruiser";
import { ESLint, type Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parser } from "typescript-eslint";
import { main } from "../src/main.js";
import { memoryWorld } from "./memory-world.js";
import { projectOf } from "./temporary-project.js";

const map = {
  domains: {
    users: {
      files: ["src/users/**", "src/app/(admin)/users/**"],
      public: ["src/users/index.ts"],
      symbols: { "src/lib/mixed.ts": ["usersOnly"] },
      mayUse: ["billing", "pool"],
      tables: ["codes"],
    },
    pool: {
      files: ["src/**/pool/**", "src/pool-*.ts"],
      public: ["src/pool/index.ts", "src/pool/{api,types}/**"],
    },
    billing: { files: ["src/billing/**"], mayUse: [] },
    mail: { files: ["src/mail/**"] },
  },
  shared: { files: ["src/lib/**", "src/users/kit/**"] },
  ignore: ["src/users/generated/**"],
  tests: ["**/*.test.ts"],
  rules: {
    "no-cross-domain-import": ["error", { tests: "allow", typeOnly: "allow" }],
    "no-unassigned-file": "off",
  },
  exemptions: [
    {
      rule: "no-cross-domain-import",
      file: "src/users/exempt.ts",
      to: "pool",
      reason: "until the seat API is there",
      until: "2099-12-31",
    },
  ],
};

const value = (specifier: string) => `import { x } from "${specifier}";\nexport const y = x;\n`;
const leaf = "export const x = 1;\nexport type X = number;\n";

/** One import a file, so that its file names a crossing. */
const importers: Readonly<Record<string, string>> = {
  "src/users/to-private.ts": value("../pool/seats"),
  "src/users/to-entry.ts": value("../pool/index"),
  "src/users/to-api-folder.ts": value("../pool/api/deep/client"),
  "src/users/to-folder-of-many.ts": value("../features/pool/list"),
  "src/users/to-file-by-name.ts": value("../pool-app"),
  "src/users/passes-on.ts": 'export * from "../pool/seats";\n',
  "src/users/loads.ts": 'export const y = () => import("../pool/seats");\n',
  "src/users/requires.ts": 'export const y: unknown = require("../pool/seats");\n',
  "src/users/type-only.ts": 'import type { X } from "../pool/seats";\nexport type Y = X;\n',
  "src/users/to-billing.ts": value("../billing/invoice"),
  "src/users/to-mail.ts": value("../mail/send"),
  "src/users/to-shared.ts": value("../lib/clock"),
  "src/users/some.test.ts": value("../pool/seats"),
  "src/users/generated/client.ts": value("../../pool/seats"),
  "src/users/kit/shared-within.ts": value("../../pool/seats"),
  "src/app/(admin)/users/page.ts": value("../../../pool/seats"),
  "src/pool/to-users.ts": value("../users/redeem"),
  "src/pool/to-users-entry.ts": value("../users/index"),
  "src/pool/to-users-kit.ts": value("../users/kit/tool"),
  "src/pool/to-generated.ts": value("../users/generated/types"),
  "src/pool/to-mail.ts": value("../mail/send"),
  "src/billing/to-pool-entry.ts": value("../pool/index"),
  "src/lib/to-pool.ts": value("../pool/index"),
  "src/lib/type-of-pool.ts": 'import type { X } from "../pool/seats";\nexport type Y = X;\n',
  "src/main.ts": value("./pool/seats"),
};

/** What only we follow. */
const onlyOurs = {
  "src/users/through-barrel.ts": value("../lib/barrel"),
  "src/users/through-nobody.ts": value("../barrel"),
  "src/pool/owned-symbol.ts": 'export { usersOnly } from "../lib/mixed";\n',
};

const targets = [
  "src/pool/seats.ts",
  "src/pool/index.ts",
  "src/pool/api/deep/client.ts",
  "src/features/pool/list.ts",
  "src/pool-app.ts",
  "src/users/redeem.ts",
  "src/users/index.ts",
  "src/users/kit/tool.ts",
  "src/users/generated/types.ts",
  "src/billing/invoice.ts",
  "src/mail/send.ts",
  "src/lib/clock.ts",
];

const project = projectOf({
  "package.json": '{ "name": "app" }\n',
  "domain-isolation.config.json": JSON.stringify(map, null, 2),
  ...Object.fromEntries(targets.map((file) => [file, leaf])),
  "src/lib/barrel.ts": 'export * from "../pool/seats";\n',
  "src/barrel.ts": 'export * from "./pool/seats";\n',
  "src/lib/mixed.ts": "export const usersOnly = 1;\n",
  ...importers,
  ...onlyOurs,
  // They report what an exemption permits; so does our JSON, with the exemption.
  "src/users/exempt.ts": value("../pool/seats"),
});
afterAll(project.remove);

describe("export", () => {
  let ours: readonly string[] = [];

  beforeAll(async () => {
    const { out } = await run("--types", "off", "--format", "json");
    const { findings } = JSON.parse(out) as { findings: { ruleId: string; file: string }[] };
    const all = findings
      .filter(({ ruleId }) => /^(?:no-cross-domain-import|shared-stays-neutral)$/u.test(ruleId))
      .map(({ file }) => file);
    expect(all).toEqual(expect.arrayContaining(Object.keys(onlyOurs)));
    ours = sorted(all.filter((file) => !(file in onlyOurs)));
    expect(ours).toHaveLength(16);
  });

  it("makes dependency-cruiser find what we find", async () => {
    const { out } = await run("export", "dependency-cruiser");
    const rules = join(project.root, "rules.cjs");
    writeFileSync(rules, out);
    const config = createRequire(import.meta.url)(rules) as IConfiguration;
    const options = { ruleSet: config, validate: true, ...config.options, baseDir: project.root };
    const { output } = await cruise(["src"], options);
    const { summary } = output as ICruiseResult;
    expect(sorted(summary.violations.map(({ from }) => from))).toEqual(ours);
  });

  it("makes eslint-plugin-boundaries find what we find", async () => {
    const { out } = await run("export", "boundaries");
    const plugin = pathToFileURL(
      createRequire(import.meta.url).resolve("eslint-plugin-boundaries"),
    );
    const rules = join(project.root, "rules.mjs");
    writeFileSync(rules, out.replace('"eslint-plugin-boundaries"', JSON.stringify(plugin.href)));
    const { default: config } = (await import(pathToFileURL(rules).href)) as {
      default: Linter.Config[];
    };
    const eslint = new ESLint({
      cwd: project.root,
      overrideConfigFile: true,
      overrideConfig: [
        ...config,
        {
          files: ["**/*.ts"],
          languageOptions: { parser },
          settings: {
            "boundaries/root-path": project.root,
            "import/resolver": { node: { extensions: [".ts"] } },
          },
        },
      ],
    });
    const results = await eslint.lintFiles(["src"]);
    const found = results.filter(({ messages }) => messages.length > 0);
    expect(sorted(found.map(({ filePath }) => relative(project.root, filePath)))).toEqual(ours);
  });

  it.each(["dependency-cruiser", "boundaries"])("tells what %s can't say", async (tool) => {
    const { out } = await run("export", tool);
    for (const line of [
      "// - What passes through neutral code",
      "// - `symbols` of users: usersOnly in src/lib/mixed.ts",
      "// - `tables` of users, and the rules over it",
      "// - exemption from no-cross-domain-import: src/users/exempt.ts to pool, until 2099-12-31",
      "// - no-cross-domain-import lets types through name by name",
    ]) {
      expect(out).toContain(line);
    }
  });

  it.each([
    ["nx", 2, 'export doesn\'t know "nx"; it is one of dependency-cruiser, boundaries'],
    ["boundary", 2, 'export doesn\'t know "boundary"; did you mean "boundaries"?'],
  ])("says of %s that there is no such tool", async (tool, expected, message) => {
    const { code, err } = await run("export", tool);
    expect([code, err]).toEqual([expected, `check-domain-isolation: ${message}\n`]);
  });
});

async function run(...words: readonly string[]) {
  const world = memoryWorld(words, { cwd: project.root });
  const code = await main(world);
  return { code, out: world.stdout.text(), err: world.stderr.text() };
}

function sorted(files: readonly string[]): readonly string[] {
  return [...new Set(files)].sort();
}
