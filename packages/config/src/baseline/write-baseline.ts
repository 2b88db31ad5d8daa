import type { Baseline, BaselineEntry } from "@domain-isolation/model";

/**
 * The text of a baseline: an entry a line, sorted, so that branches which repair different things
 * change different lines.
 */
export function writeBaseline({ entries, sketches }: Baseline): string {
  const findings = entries.map(entryLine);
  const files = [...sketches].map(([file, sketch]) => `${JSON.stringify(file)}: "${sketch}"`);
  return [
    `{"version": 1,`,
    `"findings": [`,
    ...separated(findings),
    `],`,
    `"files": {`,
    ...separated(files),
    `}}`,
    "",
  ].join("\n");
}

function entryLine({ rule, file, from, to, what, count }: BaselineEntry): string {
  return JSON.stringify({
    file,
    rule,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(what.length === 0 ? {} : { what }),
    ...(count === 1 ? {} : { count }),
  });
}

function separated(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index === lines.length - 1 ? line : `${line},`));
}
