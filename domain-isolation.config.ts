import { defineConfig } from "check-domain-isolation";

// The rooms of ARCHITECTURE.md: each may use only what stands to the right of `mayUse`.
export default defineConfig({
  domains: {
    model: { files: ["packages/model/**"], public: ["packages/model/src/index.ts"], mayUse: [] },
    config: {
      files: ["packages/config/**"],
      public: [
        "packages/config/src/index.ts",
        "packages/config/src/config-error.ts",
        "packages/config/src/define-config.ts",
        "packages/config/src/find-config.ts",
        "packages/config/src/validation/nearest-word.ts",
      ],
      mayUse: ["model"],
    },
    sql: { files: ["packages/sql/**"], public: ["packages/sql/src/index.ts"], mayUse: [] },
    "prisma-schema": {
      files: ["packages/prisma-schema/**"],
      public: ["packages/prisma-schema/src/index.ts"],
      mayUse: ["model"],
    },
    "source-facts": {
      files: ["packages/source-facts/**"],
      public: ["packages/source-facts/src/index.ts"],
      mayUse: ["model", "prisma-schema", "sql"],
    },
    "schema-diff": {
      files: ["packages/schema-diff/**"],
      public: [
        "packages/schema-diff/src/index.ts",
        "packages/schema-diff/schema/schema-document.schema.json",
      ],
      mayUse: ["model", "prisma-schema", "source-facts", "sql"],
    },
    "module-graph": {
      files: ["packages/module-graph/**"],
      public: ["packages/module-graph/src/index.ts", "packages/module-graph/src/looks.ts"],
      mayUse: ["model", "prisma-schema", "source-facts"],
    },
    scanner: {
      files: ["packages/scanner/**"],
      public: ["packages/scanner/src/index.ts", "packages/scanner/src/cache/answer-cache.ts"],
      mayUse: ["model", "module-graph", "schema-diff", "source-facts"],
    },
    "map-proposal": {
      files: ["packages/map-proposal/**"],
      public: ["packages/map-proposal/src/index.ts"],
      mayUse: ["model"],
    },
    rules: { files: ["rules/**"], public: ["rules/index.ts"], mayUse: ["model"] },
    "eslint-plugin": {
      files: ["packages/eslint-plugin/**"],
      public: ["packages/eslint-plugin/src/index.ts"],
      mayUse: ["config", "model", "module-graph", "rules", "schema-diff", "source-facts"],
    },
    cli: {
      files: ["packages/cli/**"],
      public: ["packages/cli/src/index.ts"],
      mayUse: [
        "config",
        "map-proposal",
        "model",
        "module-graph",
        "rules",
        "scanner",
        "schema-diff",
        "source-facts",
      ],
    },
  },
  ignore: [
    "fixtures/**",
    "packages/schema-diff/test/{alembic,formats,knex,kysely,mikro-orm,sequelize,sql-in-code,typeorm}/**",
    "test/**",
    "bench/**",
    "scripts/**",
    "*.{js,mjs,ts}",
  ],
  tests: ["**/*.test.ts"],
});
