import { byName } from "../../trees/order.js";
import type { ScriptName } from "../scripts/script.js";
import { scriptReader } from "../scripts/script-reader.js";
import { stemOf } from "../scripts/stem.js";

/**
 * `supabase/migrations/<timestamp>_name.sql`, sorted by name; what is named otherwise is skipped:
 * https://supabase.com/docs/guides/deployment/database-migrations
 */
export const supabase = scriptReader({
  format: "supabase",
  naming: { depth: 0, scriptOf },
  order: (a, b) => byName(a.id, b.id),
  misnamed: "isn't of the form `<timestamp>_name.sql`",
  isOwn: (_, { base }) => /(?:^|\/)supabase\/migrations$/u.test(base),
});

function scriptOf(path: string): ScriptName | null {
  const [, version] = /^(\d+)_.*\.sql$/u.exec(path) ?? [];
  return version === undefined ? null : { version, id: stemOf(path), way: "up" };
}
