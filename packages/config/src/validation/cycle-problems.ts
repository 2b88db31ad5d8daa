import type { MapProblem } from "@domain-isolation/model";
import type { PlacedText } from "./lenient.js";
import type { DomainOutline, MapOutline } from "./map-outline.js";

type Uses = ReadonlyMap<string, readonly PlacedText[]>;

/** Cycles of `mayUse`: every one that is the shortest through one of its steps. */
export function cycleProblems({ domains }: MapOutline): readonly MapProblem[] {
  const uses: Uses = new Map(domains.map(({ name, mayUse }) => [name, mayUse]));
  const cycles = new Map<string, MapProblem>();
  for (const { step, cycle } of domains.flatMap((domain) => cyclesFrom(domain, uses))) {
    const key = [...cycle].sort().join("\n");
    if (cycles.has(key)) continue;
    const message =
      `\`mayUse\` makes a cycle: ${[...cycle, cycle[0]].join(" → ")}; ` +
      "remove one of its steps, so that one side can be built without the other";
    cycles.set(key, { path: step.path, message });
  }
  return [...cycles.values()];
}

function cyclesFrom({ name, mayUse }: DomainOutline, uses: Uses) {
  return mayUse.flatMap((step) => {
    const back = step.text === name ? null : shortestWay(step.text, name, uses);
    return back ? [{ step, cycle: [name, ...back.slice(0, -1)] }] : [];
  });
}

/** Both ends included; null if there is no way. */
function shortestWay(from: string, to: string, uses: Uses): readonly string[] | null {
  const seen = new Set([from]);
  const queue: (readonly string[])[] = [[from]];
  for (let way = queue.shift(); way; way = queue.shift()) {
    const last = way.at(-1) ?? from;
    if (last === to) return way;
    for (const { text } of uses.get(last) ?? []) {
      if (seen.has(text)) continue;
      seen.add(text);
      queue.push([...way, text]);
    }
  }
  return null;
}
