import type { AllowanceFact } from "@domain-isolation/model";
import { allowanceMark, readAllowance } from "./allowance-text.js";

/** How a line becomes a comment in SQL, Python, YAML and Prisma's schemas. */
const opener = /(?<code>.*?)(?<sign>--|#|\/\/\/?|\/\*)\s*(?=domain-isolation-allow)/u;

/**
 * What the comments of a file permit that is no source: behind code they are about their line, alone
 * about the lines that follow, up to the next empty one.
 */
export function allowancesInText(text: string): readonly AllowanceFact[] {
  if (!text.includes(allowanceMark)) return [];
  const lines = text.split("\n");
  let offset = 0;
  return lines.flatMap((line, index) => {
    const start = offset;
    offset += line.length + 1;
    const found = opener.exec(line);
    if (!found) return [];
    const { code = "" } = found.groups ?? {};
    const from = start + found[0].length;
    const said = line.slice(found[0].length).replace(/\*\/\s*$|\r$/u, "");
    const isAlone = code.trim() === "";
    const end = isAlone ? start + paragraphLength(lines, index) : start + line.length;
    return readAllowance(said, from, { start, end });
  });
}

function paragraphLength(lines: readonly string[], first: number): number {
  const following = lines.slice(first + 1);
  const empty = following.findIndex((line) => line.trim() === "");
  const paragraph = lines.slice(first, empty < 0 ? undefined : first + 1 + empty);
  return paragraph.join("\n").length;
}
