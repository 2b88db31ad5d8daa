import { naturally } from "../../trees/order.js";
import type { ScriptName } from "../scripts/script.js";
import { scriptReader } from "../scripts/script-reader.js";
import { stemOf } from "../scripts/stem.js";
import { isInTexts } from "../scripts/told-by.js";

/**
 * Files by the numbers that their names begin with: milliseconds, or 17 digits from the year to the
 * millisecond; `-- Up Migration` and `-- Down Migration` begin their sections, and a file without the
 * first one runs as a whole: https://salsita.github.io/node-pg-migrate/migrations
 */
export const nodePgMigrate = scriptReader({
  format: "node-pg-migrate",
  naming: { depth: 0, scriptOf },
  order: (a, b) => timeOf(a.version) - timeOf(b.version) || naturally(a.id, b.id),
  misnamed: "begins with a dot",
  markers: {
    pattern: /(?<=^[^\S\n]*)--[^\S\n]*(?:-+[^\S\n]*)*(up|down)[^\S\n]+migration\b[^\n]*/imuy,
    first: "outside",
    unmarked: "up",
    begins: ([way]) => (way?.toLowerCase() === "down" ? "down" : "up"),
  },
  isOwn: (files, found) =>
    isInTexts(files, found, /^[^\S\n]*--[\t -]*(?:up|down)[^\S\n]+migration\b/imu),
});

function scriptOf(path: string): ScriptName | null {
  if (!/^[^.].*\.(?:sql|[cm]?[jt]s)$/u.test(path) || path.endsWith(".d.ts")) return null;
  const [number] = /^\d+(?=_)/u.exec(path) ?? [];
  return { version: number ?? stemOf(path), id: stemOf(path), way: "up" };
}

/** Milliseconds since 1970 where the number tells them, else the number. */
function timeOf(version: string): number {
  const date = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/u.exec(version);
  if (!date) return Number(version) || 0;
  const [year = 0, month = 1, ...rest] = date.slice(1).map(Number);
  return Date.UTC(year, month - 1, ...rest);
}
