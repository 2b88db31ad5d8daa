/** A finding as far as fixtures speak of it. The CLI's JSON has these fields, among others. */
export interface ObservedFinding {
  readonly ruleId: string;
  /** Relative to the fixture, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly to: string | null;
  readonly status: string;
  readonly messageId?: string;
}

/** What a comment of a fixture says must be found. Without a message ID, any is right. */
export type Expectation = ObservedFinding;

export interface Mark {
  readonly file: string;
  readonly line: number;
}

const form =
  /^(?<ruleId>[a-z\d]+(?:-[a-z\d]+)+)(?:\s*→\s*(?<to>[\w-]+))?(?:\s+(?<status>known|exempt))?(?:\s+(?<messageId>[a-z]\w*))?$/u;

/**
 * Reads one expectation: `rule-id → domain known|exempt messageId`, all but the first optional.
 *
 * @throws {Error} with file and line when it can't be read: a slip must not pass as "nothing expected".
 */
export function parseExpectation(text: string, { file, line }: Mark): Expectation {
  const groups = form.exec(text.trim())?.groups;
  const ruleId = groups?.ruleId;
  if (groups === undefined || ruleId === undefined) {
    throw new Error(`${file}:${String(line)}: "${text.trim()}" is no expectation`);
  }
  const { to, status, messageId } = groups;
  return {
    ruleId,
    file,
    line,
    to: to ?? null,
    status: status ?? "new",
    ...(messageId === undefined ? {} : { messageId }),
  };
}

/** `no-cross-domain-import → pool exempt privateFile`, as it is written in a comment. */
export function writeExpectation({ ruleId, to, status, messageId }: Expectation): string {
  const target = to === null ? "" : ` → ${to}`;
  const standing = status === "new" ? "" : ` ${status}`;
  return `${ruleId}${target}${standing}${messageId === undefined ? "" : ` ${messageId}`}`;
}
