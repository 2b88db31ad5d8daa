import type { MapProblem } from "@domain-isolation/model";
import { unknownDomain } from "./domain-problems.js";
import type { PlacedText } from "./lenient.js";
import type { DomainOutline, MapOutline } from "./map-outline.js";

/** Domains in `mayTouch` that can't stand there, and permissions that permit nothing. */
export function touchProblems({ domains }: MapOutline): readonly MapProblem[] {
  const names = domains.map(({ name }) => name);
  return domains.flatMap((domain) => [
    ...Object.values(domain.mayTouch)
      .flat()
      .flatMap((touched) => touchProblem(domain.name, touched, names)),
    ...joinProblems(domain),
  ]);
}

function touchProblem(
  domain: string,
  { text, path }: PlacedText,
  names: readonly string[],
): readonly MapProblem[] {
  if (text === domain) {
    return [{ path, message: `${domain} may always touch its own tables; remove it here` }];
  }
  if (text === "shared") {
    return [{ path, message: "every domain may touch shared tables; remove `shared` here" }];
  }
  return unknownDomain({ text, path }, names);
}

/** Who joins a table reads it. */
function joinProblems({ name, mayTouch }: DomainOutline): readonly MapProblem[] {
  const readable = new Set([...mayTouch.reads, ...mayTouch.writes].map(({ text }) => text));
  return mayTouch.joins
    .filter(({ text }) => text !== name && text !== "shared" && !readable.has(text))
    .map(({ text, path }) => ({
      path,
      message: `${name} may join tables of ${text} but not read them; name ${text} in \`reads\` too, or remove it here`,
    }));
}
