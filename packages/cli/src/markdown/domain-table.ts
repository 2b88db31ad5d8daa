import type { DomainPair } from "../domain-pairs.js";
import { markdownText } from "./markdown-text.js";

/**
 * Domain × domain: a row leads from, a column leads into. `+2` is new, `−1` gone, a bare number known.
 * Empty where nothing leads anywhere.
 */
export function domainTable(pairs: readonly DomainPair[]): string {
  if (pairs.length === 0) return "";
  const froms = [...new Set(pairs.map(({ from }) => from))].sort();
  const tos = [...new Set(pairs.map(({ to }) => to))].sort();
  const cell = (from: string, to: string) => {
    const pair = pairs.find((one) => one.from === from && one.to === to);
    return pair ? cellOf(pair) : "";
  };
  return [
    row(["from ↓ into →", ...tos.map(markdownText)]),
    row(["---", ...tos.map(() => "---:")]),
    ...froms.map((from) => row([markdownText(from), ...tos.map((to) => cell(from, to))])),
    "",
  ].join("\n");
}

function cellOf({ errors, warnings, known, gone }: DomainPair): string {
  const fresh = errors + warnings;
  const parts = [
    fresh > 0 ? `**+${String(fresh)}**` : "",
    gone > 0 ? `−${String(gone)}` : "",
    known > 0 ? String(known) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
