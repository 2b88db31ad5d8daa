import type { SqlDialect } from "../sql-reading.js";
import { lexisOf } from "./lexis.js";
import { nextToken } from "./next-token.js";

/** A place in a text of SQL that a tool, not the database, gives a meaning. */
export interface Marker {
  readonly start: number;
  readonly end: number;
  /** What the groups of the pattern have caught. */
  readonly groups: readonly (string | undefined)[];
}

/**
 * Where a sticky pattern matches at the start of a token or of a comment. What stands in strings,
 * quoted names, dollar quotes and further inside of comments is no marker.
 */
export function findMarkers(text: string, dialect: SqlDialect, pattern: RegExp): readonly Marker[] {
  if (!pattern.sticky) throw new TypeError("A pattern for markers has to be sticky");
  const lexis = lexisOf[dialect];
  const markers: Marker[] = [];
  for (let at = 0; at < text.length;) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match && match[0] !== "") {
      const [found, ...groups] = match;
      at += found.length;
      markers.push({ start: match.index, end: at, groups });
    } else at = nextToken(text, at, lexis).end;
  }
  return markers;
}
