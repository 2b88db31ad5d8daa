import type { Span } from "@domain-isolation/model";
import { findMarkers, type Marker } from "@domain-isolation/sql";
import type { SqlDocument } from "./sql-document.js";

/** What a stretch of a file is for; `outside` is what its tool doesn't run. */
export type Way = "up" | "down" | "outside";

/** The comments by which a tool tells a file in sections. */
export interface SectionMarkers {
  /** Sticky; it matches where a marker begins. */
  readonly pattern: RegExp;
  /** What stands before the first marker. */
  readonly first: Way;
  /** What all of a file is in which no marker begins the way up. */
  readonly unmarked: "up" | "outside";
  /** What begins behind a marker; null where it only parts statements. */
  begins(groups: Marker["groups"]): Way | null;
}

/** The stretches of a file that run on each way, in their order. */
export interface Sections {
  readonly up: readonly Span[];
  /** Null where no marker begins it. */
  readonly down: readonly Span[] | null;
  readonly outside: readonly Span[];
}

export function readSections({ text, dialect }: SqlDocument, markers: SectionMarkers): Sections {
  const found = findMarkers(text, dialect, markers.pattern);
  const isMarked = found.some(({ groups }) => markers.begins(groups) === "up");
  const stretches: Stretch[] = [];
  let way = isMarked ? markers.first : markers.unmarked;
  let start = 0;
  for (const marker of found) {
    stretches.push({ way, start, end: marker.start });
    start = marker.end;
    const begun = markers.begins(marker.groups);
    if (isMarked || markers.unmarked === "outside") way = begun ?? way;
  }
  stretches.push({ way, start, end: text.length });
  const of = (wanted: Way) => stretches.filter((stretch) => stretch.way === wanted).map(spanOf);
  const down = of("down");
  return { up: of("up"), down: down.length > 0 ? down : null, outside: of("outside") };
}

interface Stretch extends Span {
  readonly way: Way;
}

function spanOf({ start, end }: Stretch): Span {
  return { start, end };
}
