/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/** `71%`; less than one in a hundred is told as such. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "0%";
  const value = (part * 100) / whole;
  return value > 0 && value < 1 ? "under 1%" : `${String(Math.round(value))}%`;
}

/** The first few, and how many more there are. */
export function some(names: readonly string[], limit: number): string {
  const shown = names.slice(0, limit).join(", ");
  const rest = names.length - limit;
  return rest > 0 ? `${shown} and ${String(rest)} more` : shown;
}
