import { byNumber, withoutZeros } from "../../trees/order.js";
import type { ScriptName } from "../scripts/script.js";
import { scriptReader } from "../scripts/script-reader.js";
import { stemOf } from "../scripts/stem.js";
import { isInTexts } from "../scripts/told-by.js";

/**
 * Files whose names begin with a number and `_`, in the order of the numbers, which may be
 * timestamps; `-- +goose Up` and `Down` begin their sections, `StatementBegin` and `StatementEnd`
 * enclose what holds a `;`: https://pressly.github.io/goose/documentation/annotations
 */
export const goose = scriptReader({
  format: "goose",
  naming: { depth: 0, scriptOf },
  order: (a, b) => byNumber(a.version, b.version),
  misnamed: "doesn't begin with a number and `_`",
  markers: {
    pattern:
      /(?<=^[^\S\n]*)--[^\S\n]*\+goose[^\S\n]+(up|down|statementbegin|statementend)\b[^\n]*/imuy,
    first: "outside",
    unmarked: "outside",
    begins([word]) {
      const way = word?.toLowerCase();
      return way === "up" || way === "down" ? way : null;
    },
  },
  isOwn: (files, found) => isInTexts(files, found, /^[^\S\n]*--[^\S\n]*\+goose[^\S\n]+up\b/imu),
});

function scriptOf(path: string): ScriptName | null {
  const [, version] = /^(\d+)_.*(?:\.sql|(?<!_test)\.go)$/u.exec(path) ?? [];
  if (version === undefined) return null;
  return { version: withoutZeros(version), id: stemOf(path), way: "up" };
}
