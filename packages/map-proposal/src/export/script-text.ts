import { comment } from "../render/comment.js";

/** Comments at the head of a script: what it is, how it is used, and what it leaves out. */
export function headLines(about: readonly string[], missing: readonly string[]): readonly string[] {
  return [
    ...about.flatMap((line) => comment(line, "")),
    "//",
    "// What it can't say, and check-domain-isolation does:",
    ...missing.flatMap((line) => comment(`- ${line}`, "")),
    "",
  ];
}

/** A list of strings, one a line. */
export function listLines(
  start: string,
  values: readonly string[],
  indent: string,
): readonly string[] {
  return [
    `${indent}${start}[`,
    ...values.map((value) => `${indent}  ${JSON.stringify(value)},`),
    `${indent}],`,
  ];
}
