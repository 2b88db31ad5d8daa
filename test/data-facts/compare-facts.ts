import type { PlacedFact } from "./expected-facts.js";

/** What differs, a line each, by files and lines; the empty string when nothing does. */
export function compareFacts(
  expected: readonly PlacedFact[],
  observed: readonly PlacedFact[],
): string {
  const open = [...expected];
  const unexpected = observed.filter(isCompared(expected)).filter((fact) => {
    const answered = open.findIndex((each) => answers(each, fact));
    if (answered >= 0) open.splice(answered, 1);
    return answered < 0;
  });
  return [
    ...open.map((fact) => ({ ...fact, side: "missing" })),
    ...unexpected.map((fact) => ({ ...fact, side: "unexpected" })),
  ]
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
    .map(({ file, line, text, side }) => `${file}:${String(line)}  ${side}  ${text}`)
    .join("\n");
}

const optional = /^(?:env|handle|relation|transaction|in transaction)\b/u;

/** Of these kinds a file tells all that it has, or nothing. */
function isCompared(expected: readonly PlacedFact[]): (fact: PlacedFact) => boolean {
  const kindOf = ({ file, text }: PlacedFact) => `${file} ${optional.exec(text)?.[0] ?? ""}`;
  const told = new Set(expected.map(kindOf));
  return (fact) => !optional.test(fact.text) || told.has(kindOf(fact));
}

function answers(expected: PlacedFact, observed: PlacedFact): boolean {
  if (expected.file !== observed.file || expected.line !== observed.line) return false;
  const words = /^opaque(?:: (?<words>.*))?$/u.exec(expected.text);
  if (!words) return expected.text === observed.text;
  return observed.text.startsWith("opaque") && observed.text.includes(words.groups?.words ?? "");
}
