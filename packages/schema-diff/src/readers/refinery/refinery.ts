import { byNumber, withoutZeros } from "../../trees/order.js";
import type { ScriptName } from "../scripts/script.js";
import { scriptReader } from "../scripts/script-reader.js";
import { stemOf } from "../scripts/stem.js";
import { isInManifests } from "../scripts/told-by.js";

/**
 * `V{version}__{name}.sql` and `U{version}__{name}.sql`, both of which go up, or the same in Rust, in
 * the order of the versions: https://docs.rs/refinery. Flyway names its files alike; here a
 * `Cargo.toml` names refinery.
 */
export const refinery = scriptReader({
  format: "refinery",
  naming: { depth: 0, scriptOf },
  order: (a, b) => byNumber(a.version, b.version),
  misnamed: "isn't of the form `V1__name.sql`",
  isOwn: (files, found) => isInManifests(files, found, "Cargo.toml", /^\s*\[?.*\brefinery\b/mu),
});

function scriptOf(path: string): ScriptName | null {
  const [, version] = /^[UV](\d+)__\w+\.(?:sql|rs)$/u.exec(path) ?? [];
  if (version === undefined) return null;
  return { version: withoutZeros(version), id: stemOf(path), way: "up" };
}
