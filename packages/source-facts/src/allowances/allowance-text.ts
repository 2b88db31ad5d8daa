import type { AllowanceFact, Span } from "@domain-isolation/model";

/** The word with which a comment permits something. */
export const allowanceMark = "domain-isolation-allow";

const marked = new RegExp(`^(?<before>[\\s*]*)${allowanceMark}(?![\\w-])`, "u");
/** After the mark: rules, `--`, the reason, and in parentheses an end date, a link, or both. */
const form = /^(?<rules>[^\n]*?)(?:\s--(?:(?=\s)(?<reason>.*))?)?$/su;
const terms =
  /\s*\((?:until\s+(?<until>[^\s,()]+)|(?<link>https?:\/\/[^\s()]+))(?:,\s*(?<more>https?:\/\/[^\s()]+))?\)\s*$/u;

/**
 * Reads the text of one comment: a fact for each rule that it names. `offset` is where the text
 * begins in its file. None where the comment doesn't begin with the mark.
 */
export function readAllowance(
  text: string,
  offset: number,
  covers: Span,
): readonly AllowanceFact[] {
  const found = marked.exec(text);
  if (!found) return [];
  const [start, end] = [found.groups?.before?.length ?? 0, found[0].length];
  const { rules = "", reason = "" } = form.exec(text.slice(end))?.groups ?? {};
  const named = namedRules(rules, offset + end);
  const unnamed = { rule: "", span: { start: offset + start, end: offset + end } };
  return (named.length > 0 ? named : [unnamed]).map(({ rule, span }) => {
    return { kind: "allowance", rule, ...readReason(reason), span, covers };
  });
}

function readReason(text: string): Pick<AllowanceFact, "reason" | "until" | "link"> {
  const { until, link, more } = terms.exec(text)?.groups ?? {};
  const reason = text
    .replace(terms, "")
    .replaceAll(/\s*\n[\s*#]*/gu, " ")
    .trim();
  return { reason: reason || null, until: until ?? null, link: link ?? more ?? null };
}

function namedRules(text: string, offset: number): readonly { rule: string; span: Span }[] {
  return Array.from(text.matchAll(/[^\s,]+/gu), ({ 0: rule, index }) => {
    const start = offset + index;
    return { rule, span: { start, end: start + rule.length } };
  });
}
