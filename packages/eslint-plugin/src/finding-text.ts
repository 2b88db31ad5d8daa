import type { Finding } from "@domain-isolation/model";

/** A finding on one line, as an editor shows it: what is wrong, why, and what to do instead. */
export function findingText({ message, why, help }: Finding): string {
  const parts = [message];
  if (why !== null) parts.push(`Why: ${why}`);
  if (help !== null) parts.push(`Help: ${help}`);
  return parts.map((part) => (part.endsWith(".") ? part : `${part}.`)).join(" ");
}
