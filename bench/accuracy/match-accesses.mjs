/**
 * Pairs what the truth has with what was found: the same file, the same table by its name or its
 * entity's, and the place. One to one; where several could pair, the nearest do.
 * @returns {{ pairs: object[], missed: object[], alarms: object[] }} `alarms`: what was found where
 *   the truth could tell, and isn't in it
 */
export function matchAccesses(truth, found) {
  const required = truth.accesses.filter(({ optional }) => !optional);
  const tolerated = truth.accesses.filter(({ optional }) => optional);
  const pairs = pairNearest(required, found);
  const paired = new Set(pairs.flatMap(({ expected, actual }) => [expected, actual]));
  const known = new Set(pairs.flatMap(({ actual }) => actual.touches.map(place)));
  const unpaired = found.filter((actual) => !paired.has(actual));
  return {
    pairs,
    missed: required.filter((expected) => !paired.has(expected)),
    alarms: unpaired.filter(
      (actual) =>
        !tolerated.some((expected) => canPair(expected, actual)) &&
        !actual.touches.every((touch) => known.has(place(touch))),
    ),
  };
}

function pairNearest(required, found) {
  const byFile = groupByFile(found);
  const candidates = required
    .flatMap((expected) =>
      (byFile.get(expected.file) ?? [])
        .filter((actual) => canPair(expected, actual))
        .map((actual) => ({ expected, actual, distance: distance(expected, actual) })),
    )
    .sort((a, b) => a.distance - b.distance);
  const taken = new Set();
  return candidates.filter(({ expected, actual }) => {
    // Where the truth doesn't tell statements apart, each name of a statement pairs by itself.
    const part = expected.isName ? nearestTouch(expected, actual) : actual;
    if (taken.has(expected) || taken.has(part)) return false;
    taken.add(expected).add(part);
    return true;
  });
}

function groupByFile(accesses) {
  const byFile = new Map();
  for (const access of accesses) {
    const known = byFile.get(access.file);
    if (known) known.push(access);
    else byFile.set(access.file, [access]);
  }
  return byFile;
}

function canPair(expected, actual) {
  return (
    expected.file === actual.file &&
    [...expected.names].some((name) => actual.names.has(name)) &&
    isNear(expected, actual)
  );
}

/** The name stands where the truth says, or the statement does; SQL may end further down. */
function isNear(expected, actual) {
  const within = (line) => expected.firstLine - 1 <= line && line <= expected.lastLine + 1;
  const spans =
    expected.via === "sql" &&
    actual.startLine - 1 <= expected.firstLine &&
    expected.lastLine <= actual.endLine + 1;
  return actual.touches.some(({ line }) => within(line)) || within(actual.startLine) || spans;
}

function nearestTouch({ line }, { touches }) {
  const far = (touch) => Math.abs(touch.line - line);
  return touches.reduce((near, touch) => (far(touch) < far(near) ? touch : near));
}

/** In lines; of two equally near ones, the one that does the same comes first. */
function distance(expected, actual) {
  const names = actual.touches.flatMap(({ line }) =>
    expected.touches.map((touch) => Math.abs(touch.line - line)),
  );
  const starts = Math.abs(expected.startLine - actual.startLine);
  return Math.min(...names, starts) + (sameAccess(expected, actual) ? 0 : 0.5);
}

/** True where the truth doesn't say, as there are two readings. A lock is also a read. */
export function sameAccess(expected, actual) {
  return [...expected.accesses].every((access) => actual.accesses.has(access));
}

/** The same name, reported by two statements that share it, is no second access. */
function place({ file, line, column, names }) {
  return `${file}:${line}:${column} ${names[0]}`;
}
