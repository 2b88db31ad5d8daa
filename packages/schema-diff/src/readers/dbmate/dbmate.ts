import { byName } from "../../trees/order.js";
import type { ScriptName } from "../scripts/script.js";
import { scriptReader } from "../scripts/script-reader.js";
import { stemOf } from "../scripts/stem.js";
import { isInTexts } from "../scripts/told-by.js";

/**
 * Files whose names begin with a number, sorted by name; `-- migrate:up` and `-- migrate:down` begin
 * their sections, with options behind: https://github.com/amacneil/dbmate#creating-migrations
 */
export const dbmate = scriptReader({
  format: "dbmate",
  naming: { depth: 0, scriptOf },
  order: (a, b) => byName(a.id, b.id),
  misnamed: "doesn't begin with a number",
  markers: {
    pattern: /(?<=^[^\S\n]*)--[^\S\n]*migrate:(up|down)(?=\s|$)[^\n]*/muy,
    first: "outside",
    unmarked: "outside",
    begins: ([way]) => (way === "down" ? "down" : "up"),
  },
  isOwn: (files, found) => isInTexts(files, found, /^[^\S\n]*--[^\S\n]*migrate:up(?=\s|$)/mu),
});

function scriptOf(path: string): ScriptName | null {
  const [, version] = /^(\d+).*\.sql$/u.exec(path) ?? [];
  return version === undefined ? null : { version, id: stemOf(path), way: "up" };
}
