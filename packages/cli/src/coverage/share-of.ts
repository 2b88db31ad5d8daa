import { compareText } from "../compare-text.js";
import type { Share } from "./coverage-report.js";

/** One thing, with the place that it has, or why it has none. */
export type Placed =
  | { readonly name: string; readonly place: string }
  | { readonly name: string; readonly place: null; readonly reason: string };

export function shareOf(things: readonly Placed[]): Share {
  const open = things.flatMap((thing) =>
    thing.place === null ? [{ name: thing.name, reason: thing.reason }] : [],
  );
  const counts = new Map<string, number>();
  for (const { place } of things) {
    if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const covered = things.length - open.length;
  return {
    total: things.length,
    covered,
    percent: things.length === 0 ? 100 : Math.floor((covered * 1000) / things.length) / 10,
    places: [...counts]
      .map(([place, count]) => ({ place, count }))
      .sort((a, b) => b.count - a.count || compareText(a.place, b.place)),
    open: open.sort((a, b) => compareText(a.name, b.name)),
  };
}
