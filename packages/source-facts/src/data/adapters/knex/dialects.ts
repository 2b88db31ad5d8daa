import type { SqlDialect } from "@domain-isolation/sql";
import type { DataWorld } from "../../modules.js";
import type { Handle } from "../../values/value.js";
import { likelyDialects } from "../likely-dialects.js";
import { remembered } from "./remembered.js";

/** The drivers, as `client` of a configuration names them: https://knexjs.org/guide/#configuration-options */
const drivers: Readonly<Record<string, SqlDialect | undefined>> = {
  pg: "postgresql",
  "pg-native": "postgresql",
  postgres: "postgresql",
  postgresql: "postgresql",
  cockroachdb: "postgresql",
  redshift: "postgresql",
  pgnative: "postgresql",
  mysql: "mysql",
  mysql2: "mysql",
  sqlite3: "sqlite",
  "better-sqlite3": "sqlite",
  sqlite: "sqlite",
};

/** What a client speaks; where its configuration doesn't say, what the drivers that are there do. */
export function dialectsOf(handle: Handle, world: DataWorld): readonly SqlDialect[] {
  const [client = ""] = remembered(handle, "client");
  const told = Object.hasOwn(drivers, client) ? drivers[client] : undefined;
  if (told) return [told];
  return likelyDialects(world);
}
