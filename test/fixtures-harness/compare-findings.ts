import { writeExpectation, type Expectation, type ObservedFinding } from "./expectation.js";

interface Difference {
  readonly finding: ObservedFinding;
  readonly side: "missing" | "unexpected";
}

/**
 * What differs between that which is expected and that which was found, a line each, in the order of
 * files and lines; the empty string when nothing does. Every finding answers to one expectation.
 */
export function compareFindings(
  expected: readonly Expectation[],
  found: readonly ObservedFinding[],
): string {
  const open = [...mostTelling(expected)];
  const unexpected = found.filter((finding) => {
    const answered = open.findIndex((expectation) => isAnswered(expectation, finding));
    if (answered >= 0) open.splice(answered, 1);
    return answered < 0;
  });
  return [
    ...open.map((finding): Difference => ({ finding, side: "missing" })),
    ...unexpected.map((finding): Difference => ({ finding, side: "unexpected" })),
  ]
    .sort(byPlace)
    .map(({ finding, side }) => {
      const place = `${finding.file}:${String(finding.line)}`;
      return `${place}  ${side}  ${writeExpectation(finding)}`;
    })
    .join("\n");
}

/** Those with a message ID choose first: they have less to choose from. */
function mostTelling(expected: readonly Expectation[]): readonly Expectation[] {
  const hasMessage = (expectation: Expectation) => expectation.messageId !== undefined;
  return [...expected.filter(hasMessage), ...expected.filter((one) => !hasMessage(one))];
}

function isAnswered(expectation: Expectation, finding: ObservedFinding): boolean {
  const { messageId } = expectation;
  return (
    (["ruleId", "file", "line", "to", "status"] as const).every(
      (key) => expectation[key] === finding[key],
    ) &&
    (messageId === undefined || messageId === finding.messageId)
  );
}

function byPlace({ finding: a }: Difference, { finding: b }: Difference): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
