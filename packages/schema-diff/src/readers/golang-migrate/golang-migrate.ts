import { byNumber, withoutZeros } from "../../trees/order.js";
import { scriptReader } from "../scripts/script-reader.js";
import { stemOf } from "../scripts/stem.js";
import type { ScriptName } from "../scripts/script.js";

/**
 * `{version}_{title}.up.{extension}` and `.down.`, in the order of the versions, which are numbers of
 * 64 bits: https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md
 */
export const golangMigrate = scriptReader({
  format: "golang-migrate",
  naming: { depth: 0, scriptOf },
  order: (a, b) => byNumber(a.version, b.version),
  misnamed: "isn't of the form `1_name.up.sql` or `1_name.down.sql`",
});

function scriptOf(path: string): ScriptName | null {
  const [, version, way] = /^(\d+)_.*\.(up|down)\.sql$/u.exec(path) ?? [];
  if (version === undefined) return null;
  return { version: withoutZeros(version), id: stemOf(path), way: way === "down" ? "down" : "up" };
}
