import type { Segment, Token } from "@domain-isolation/model";
import { rivalsOf, type ClaimedPath } from "./claimed-paths.js";

/**
 * The files that a path gives to its owner, without those that a more specific path gives to another.
 */
export function ownedExpression(path: ClaimedPath, all: readonly ClaimedPath[]): string {
  const rivals = rivalsOf(path, all).map(({ segments }) => source(segments));
  const others = rivals.length === 0 ? "" : `(?!(?:${rivals.join("|")})$)`;
  return `^${others}${source(path.segments)}$`;
}

/** The files that a pattern matches, whosever they are. */
export function pathExpression(segments: readonly Segment[]): string {
  return `^${source(segments)}$`;
}

/** No repetition stands in another, because dependency-cruiser takes no expression that may explode. */
function source(segments: readonly Segment[]): string {
  return segments
    .map((segment, index) => {
      if (segment === "folders") return "(?:.+/|)";
      return `${nameSource(segment)}${index === segments.length - 1 ? "" : "/"}`;
    })
    .join("");
}

function nameSource(tokens: readonly Token[]): string {
  return tokens.map(tokenSource).join("").replaceAll("[^/][^/]*", "[^/]+");
}

/** In brackets where possible: a backslash would be doubled in a string. */
function tokenSource(token: Token): string {
  if (token === "any") return "[^/]*";
  if (token === "one") return "[^/]";
  return token.literal.replaceAll(/[$.*+?(){}|]/gu, "[$&]").replaceAll(/[\\^]|^[[\]]$/gu, "\\$&");
}
