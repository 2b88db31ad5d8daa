import { createRequire } from "node:module";
import type * as SchemaDiff from "@domain-isolation/schema-diff";

/** Read by who lints migrations: loading it costs a fifth of a second. */
export const requireSchemaDiff: (id: "@domain-isolation/schema-diff") => typeof SchemaDiff =
  createRequire(import.meta.url);
