import type { Segment, Token } from "@domain-isolation/model";

/** A pattern of the map as micromatch reads it. */
export function globText(segments: readonly Segment[]): string {
  return segments
    .map((segment) => (segment === "folders" ? "**" : segment.map(tokenText).join("")))
    .join("/")
    .replace(/\*\*\/\?\*$/u, "**/*");
}

function tokenText(token: Token): string {
  if (token === "any") return "*";
  if (token === "one") return "?";
  return literalGlob(token.literal);
}

/** A text as a pattern that means nothing but it. */
export function literalGlob(text: string): string {
  return text.replaceAll(/[\\!*?+@(){}[\]|^$]/gu, "\\$&");
}
