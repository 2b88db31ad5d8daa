import type { DomainProposal, MapProposal } from "../map-proposal.js";

/**
 * Makes a whole map of translated domains. A circle of domains that may use each other, which other
 * tools allow, is left open and told of: a map may not have one.
 */
export function finishImport(
  domains: readonly DomainProposal[],
  shared: MapProposal["shared"]["files"],
  remarks: readonly string[],
): MapProposal {
  const open = new Map(domains.map((domain) => [domain.name, domain] as const));
  const said: string[] = [];
  for (let circle = circleIn(open); circle.length > 0; circle = circleIn(open)) {
    said.push(
      `${circle.join(" → ")} may use each other in a circle; the list of the first is left out`,
    );
    const [name = ""] = circle;
    const domain = open.get(name);
    if (domain) open.set(name, { ...domain, mayUse: null });
  }
  return {
    domains: [...open.values()],
    shared: { files: shared, env: [] },
    ignore: [],
    tests: [],
    remarks: [...remarks, ...said],
  };
}

/** The first circle of domains that may use each other, its first name at both ends; or nothing. */
function circleIn(domains: ReadonlyMap<string, DomainProposal>): readonly string[] {
  const done = new Set<string>();
  const walk = (name: string, path: readonly string[]): readonly string[] => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return [];
    for (const next of domains.get(name)?.mayUse ?? []) {
      const circle = walk(next, [...path, name]);
      if (circle.length > 0) return circle;
    }
    done.add(name);
    return [];
  };
  for (const name of domains.keys()) {
    const circle = walk(name, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
