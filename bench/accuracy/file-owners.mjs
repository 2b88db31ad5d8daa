import picomatch from "picomatch";

/** Whose a file is by a truth's own map of patterns; not by ours, which is what is measured. */
export function fileOwners(domainMap) {
  const matchers = Object.entries(domainMap).flatMap(([domain, patterns]) =>
    patterns.map((pattern) => ({ domain, pattern, matches: picomatch(pattern, { dot: true }) })),
  );
  // The longest pattern is the more specific one: a file's name before its folder.
  matchers.sort((a, b) => b.pattern.length - a.pattern.length);
  return (file) => matchers.find(({ matches }) => matches(file))?.domain ?? null;
}
