import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { createResolver } from "../../src/resolve/create-resolver.js";
import { builtCopy, fixture, type Build } from "./built-copy.js";
import { resolveWithTypeScript } from "./typescript-oracle.js";

interface Row {
  readonly file: string;
  readonly specifier: string;
  /** A file, `external` or `unresolved`. */
  readonly leadsTo: string;
  /** Why the compiler, run with the nearest tsconfig, says something else. */
  readonly unlikeTypeScript?: string;
}

interface Monorepo {
  readonly name: string;
  readonly build: Build;
  readonly rows: readonly Row[];
}

const row = (file: string, specifier: string, leadsTo: string, unlikeTypeScript?: string): Row => ({
  file,
  specifier,
  leadsTo,
  ...(unlikeTypeScript !== undefined && { unlikeTypeScript }),
});

const app = "apps/web/src/app.ts";
const spec = "apps/web/tests/app.spec.ts";
const npm: Monorepo = {
  name: "monorepo-npm",
  build: {
    links: {
      "@acme/users": "packages/users",
      "@acme/pool": "packages/pool",
      bundled: "packages/bundled",
    },
    compiled: [
      ["packages/users/src", "packages/users/dist"],
      ["packages/pool", "packages/pool/lib"],
    ],
    bundles: {
      "packages/bundled/dist/bundle.umd.js": "packages/bundled/src/index.tsx",
      "packages/bundled/dist/index.esm.js": "packages/bundled/src/index.tsx",
    },
  },
  rows: [
    // exports: the main entry, nested conditions, patterns
    row(app, "@acme/users", "packages/users/src/index.ts"),
    row(app, "@acme/users/testing", "packages/users/src/testing/index.ts"),
    row(app, "@acme/users/features/redeem", "packages/users/src/features/redeem.ts"),
    row(app, "@acme/users/features/deep/codes", "packages/users/src/features/deep/codes.tsx"),
    row(app, "@acme/users/package.json", "packages/users/package.json"),
    row(
      app,
      "@acme/users/dist/unlisted",
      "packages/users/src/unlisted.ts",
      "not exported, but reached",
    ),
    row(
      app,
      "@acme/users/src/unlisted",
      "packages/users/src/unlisted.ts",
      "not exported, but reached",
    ),
    row(app, "@acme/users/gone", "unresolved"),
    row(
      "packages/users/src/index.ts",
      "@acme/users/testing",
      "packages/users/src/testing/index.ts",
    ),
    // main and types in an outDir that only the tsconfig explains
    row(app, "@acme/pool", "packages/pool/main.ts"),
    row(app, "@acme/pool/lib/seats", "packages/pool/seats/index.ts"),
    row(app, "@acme/pool/lib/seats/assign", "packages/pool/seats/assign.ts"),
    row(app, "@acme/pool/seats/assign", "packages/pool/seats/assign.ts"),
    row(
      "packages/users/src/index.ts",
      "../../pool/lib/seats/assign.js",
      "packages/pool/seats/assign.ts",
    ),
    row(app, "bundled", "packages/bundled/src/index.tsx", "the bundle has no types"),
    // paths: the exact entry, the longest prefix, the second target, and what no tsconfig includes
    row(app, "@/lib/api", "apps/web/src/lib/api.ts"),
    row(app, "@/exact", "apps/web/src/special.ts"),
    row(app, "@/client", "apps/web/generated/client.ts"),
    row(app, "events", "apps/web/src/events.ts"),
    row(app, "@/gone", "unresolved"),
    row(spec, "@/lib/api", "apps/web/src/lib/api.ts"),
    row("scripts/report.ts", "@acme/users", "packages/users/src/index.ts"),
    row("scripts/report.ts", "@/lib/api", "unresolved"),
    // what others own
    row(app, "react", "external"),
    row(app, "react/jsx-runtime", "external"),
    row(app, "@koa/router", "external"),
    row("scripts/report.ts", "react", "external"),
    row("scripts/report.ts", "lodash", "unresolved"),
    row(app, "node:fs/promises", "external"),
    row("scripts/report.ts", "events", "external"),
    row(app, "https://esm.sh/react", "external"),
    row(app, "virtual:pages", "external"),
  ],
};

const main = "packages/app/src/main.ts";
const pnpm: Monorepo = {
  name: "monorepo-pnpm",
  build: {
    links: {
      "@acme/core": "packages/core",
      renamed: "packages/core",
      linked: "vendored/linked",
      "@acme/deep": "packages/nested/deep",
      tsconfig: "tooling/tsconfig",
    },
    compiled: [
      ["packages/core/source", "packages/core/dist"],
      ["vendored/linked/src", "vendored/linked/dist"],
    ],
  },
  rows: [
    // the tsconfig extends a package of the workspace, with customConditions and ${configDir}
    row(main, "@acme/core", "packages/core/source/entry.ts"),
    row(main, "@acme/core/money.js", "packages/core/source/money.ts"),
    row(main, "feature/view", "packages/app/src/feature/view.ts"),
    // aliases and links of dependencies
    row(main, "renamed", "packages/core/source/entry.ts"),
    row(main, "renamed/money.js", "packages/core/source/money.ts"),
    row(main, "linked", "vendored/linked/src/index.ts"),
    row(main, "@acme/deep", "packages/nested/deep/index.d.ts"),
    // outside the workspace: the published package is meant
    row(main, "@acme/legacy", "external"),
  ],
};

const billing = "services/billing/src/index.ts";
const yarn: Monorepo = {
  name: "monorepo-yarn",
  build: {
    links: {
      "@acme/billing": "services/billing",
      "@acme/ledger": "services/ledger",
      "@acme/gateway": "services/gateway",
      ported: "ported",
    },
    compiled: [
      ["services/billing/src", "services/billing/dist"],
      ["services/ledger/lib", "services/ledger/build"],
    ],
  },
  rows: [
    row(billing, "#config", "services/billing/src/config.ts"),
    row(billing, "#models/invoice", "services/billing/src/models/invoice.ts"),
    row(billing, "#models/gone", "unresolved"),
    row(billing, "#platform", "external"),
    row(billing, "#clock", "external"),
    row(billing, "#ledger", "services/ledger/lib/book.ts"),
    row(billing, "@acme/billing/invoices", "services/billing/src/invoices/index.ts"),
    row(billing, "@acme/ledger", "services/ledger/lib/book.ts"),
    row("services/gateway/src/index.ts", "@acme/billing", "services/billing/src/index.ts"),
    row("services/gateway/src/index.ts", "ported", "ported/index.ts"),
  ],
};

const redeem = "libs/users/src/lib/redeem.ts";
const nx: Monorepo = {
  name: "monorepo-nx",
  build: { links: {}, compiled: [] },
  rows: [
    row("apps/api/src/main.ts", "@acme/users", "libs/users/src/index.ts"),
    row("apps/api/src/main.ts", "@acme/users/redeem", "libs/users/src/lib/redeem.ts"),
    row("apps/api/src/main.ts", "libs/users/src/fake", "libs/users/src/fake.ts"),
    row("apps/api/src/main.ts", "express", "external"),
    row(redeem, "@acme/users", "libs/users/src/index.ts"),
    row(
      "libs/users/src/lib/redeem.spec.ts",
      "@acme/users",
      "libs/users/src/fake.ts",
      "the project that includes it is behind a solution file",
    ),
    row(
      "tools/seed.ts",
      "@acme/users",
      "libs/users/src/index.ts",
      "only tsconfig.base.json says so",
    ),
  ],
};

const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true });
});

describe.each([npm, pnpm, yarn, nx])("$name", ({ name, build, rows }) => {
  const { root, sources } = builtCopy(name, build);
  copies.push(root);

  it.each(rows)("with nothing installed, $specifier in $file → $leadsTo", (expected) => {
    expect(answer(fixture(name), expected)).toBe(expected.leadsTo);
  });

  it.each(rows)("installed and built, $specifier in $file → $leadsTo", (expected) => {
    expect(answer(root, expected)).toBe(expected.leadsTo);
  });

  const shared = rows.filter((expected) => expected.unlikeTypeScript === undefined);
  it.each(shared)("as TypeScript has it, $specifier in $file → $leadsTo", (expected) => {
    const found = resolveWithTypeScript(root, expected.file, expected.specifier);
    const isFile = expected.leadsTo !== "external" && expected.leadsTo !== "unresolved";
    expect(found && (sources.get(found) ?? found)).toBe(isFile ? expected.leadsTo : null);
  });
});

function answer(root: string, { file, specifier }: Row): string {
  const [resolution] = createResolver(root).resolve(file, specifier, "import");
  if (!resolution) return "nothing";
  if (resolution.target !== null) return resolution.target;
  return resolution.external ? "external" : "unresolved";
}
