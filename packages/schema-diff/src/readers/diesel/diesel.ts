import { byName } from "../../trees/order.js";
import type { ScriptName } from "../scripts/script.js";
import { scriptReader } from "../scripts/script-reader.js";

/**
 * `<version>_name/up.sql` and `down.sql`, in the order of the versions, hyphens left out:
 * https://docs.rs/diesel_migrations/latest/diesel_migrations/macro.embed_migrations.html
 */
export const diesel = scriptReader({
  format: "diesel",
  naming: { depth: 1, scriptOf },
  order: (a, b) => byName(a.version, b.version),
  misnamed: "is neither `up.sql` nor `down.sql`",
});

function scriptOf(path: string): ScriptName | null {
  const [, folder, version, way] = /^((\d[\d-]*)(?:_[^/]*)?)\/(up|down)\.sql$/u.exec(path) ?? [];
  if (folder === undefined || version === undefined) return null;
  const bare = version.replaceAll("-", "");
  return { version: bare, id: folder, way: way === "down" ? "down" : "up" };
}
