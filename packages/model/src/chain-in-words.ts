const longest = 12;

/** "a.ts → b.ts → c.ts"; a chain of hundreds is no sentence, so its middle is left to a finding's data. */
export function chainInWords(steps: readonly string[]): string {
  if (steps.length <= longest) return steps.join(" → ");
  const end = longest / 2;
  const left = `… ${String(steps.length - longest)} more …`;
  return [...steps.slice(0, end), left, ...steps.slice(-end)].join(" → ");
}
