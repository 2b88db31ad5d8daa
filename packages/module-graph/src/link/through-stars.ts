/** A file whose names another one gives away by `export *`, and the file that does so. */
export interface Stop {
  readonly file: string;
  /** Whether one star on the way to here passes on types only. */
  readonly typeOnly: boolean;
  readonly before: Stop | null;
}

/** Where an `export *` leads. */
export interface StarTarget {
  readonly file: string;
  readonly typeOnly: boolean;
}

/**
 * The file itself, then all whose names it gives away by `export *`, each once and in the order in
 * which they count: the first that has a name is the one that is meant. `isClosed` files are not
 * entered.
 */
export function* throughStars(
  start: string,
  targetsOf: (file: string) => readonly StarTarget[],
  isClosed: (file: string) => boolean,
): Generator<Stop> {
  const visited = new Set<string>();
  const ahead: Stop[] = [{ file: start, typeOnly: false, before: null }];
  for (let stop = ahead.pop(); stop; stop = ahead.pop()) {
    if (visited.has(stop.file) || isClosed(stop.file)) continue;
    visited.add(stop.file);
    yield stop;
    for (const { file, typeOnly } of targetsOf(stop.file).toReversed()) {
      ahead.push({ file, typeOnly: typeOnly || stop.typeOnly, before: stop });
    }
  }
}

/** The files from the first to this one. */
export function filesTo(end: Stop): readonly string[] {
  const files: string[] = [];
  for (let stop: Stop | null = end; stop; stop = stop.before) files.push(stop.file);
  return files.reverse();
}
