import { createHash } from "node:crypto";
import type { Judgement } from "./rule.js";

/**
 * A finding's identity: rule, file, domains and what the rule says identifies it; never lines or
 * offsets, nor the message, which changes with what the other domain makes public. Judgements that
 * agree in all of that are numbered in their order.
 */
export function fingerprints(ruleId: string, judgements: readonly Judgement[]): readonly string[] {
  const seen = new Map<string, number>();
  return judgements.map(({ file, from, to, identity }) => {
    const key = JSON.stringify([ruleId, file, from, to, ...identity]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash("sha256")
      .update(`${key}#${String(count)}`)
      .digest("hex")
      .slice(0, 16);
  });
}
