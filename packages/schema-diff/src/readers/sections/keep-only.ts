import type { Span } from "@domain-isolation/model";

/** The text with nothing but space outside of some spans, in their order: all offsets stay. */
export function keepOnly(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(blank(text.slice(at, start)), text.slice(start, end));
    at = end;
  }
  return [...parts, blank(text.slice(at))].join("");
}

function blank(text: string): string {
  return text.replaceAll(/[^\n\r]/g, " ");
}
