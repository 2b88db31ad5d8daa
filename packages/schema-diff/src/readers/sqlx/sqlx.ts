import { byNumber, withoutZeros } from "../../trees/order.js";
import type { ScriptName } from "../scripts/script.js";
import { scriptReader } from "../scripts/script-reader.js";
import { stemOf } from "../scripts/stem.js";
import { isInManifests } from "../scripts/told-by.js";

/**
 * `<VERSION>_<DESCRIPTION>.sql`, or in two halves `.up.sql` and `.down.sql`, in the order of the
 * versions, which are numbers: https://docs.rs/sqlx/latest/sqlx/macro.migrate.html. golang-migrate
 * names its files alike; here a `Cargo.toml` names sqlx.
 */
export const sqlx = scriptReader({
  format: "sqlx",
  naming: { depth: 0, scriptOf },
  order: (a, b) => byNumber(a.version, b.version),
  misnamed: "isn't of the form `1_name.sql`",
  isOwn: (files, found) => isInManifests(files, found, "Cargo.toml", /^\s*\[?.*\bsqlx\b/mu),
});

function scriptOf(path: string): ScriptName | null {
  const [, version, way] = /^(\d+)_.*?(\.up|\.down)?\.sql$/u.exec(path) ?? [];
  if (version === undefined) return null;
  const isDown = way === ".down";
  return { version: withoutZeros(version), id: stemOf(path), way: isDown ? "down" : "up" };
}
