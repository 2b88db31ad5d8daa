/** Tells which of two comes first, as `Array.sort` asks it. */
export type Order<T> = (a: T, b: T) => number;

/** By code units: as the tools do that sort names as they are. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Digits by the number that they make, however long it is. */
export function byNumber(a: string, b: string): number {
  const [left, right] = [withoutZeros(a), withoutZeros(b)];
  return left.length - right.length || byName(left, right);
}

/** Digits by the number that they make, all else by code units: `2_users` before `10_groups`. */
export function naturally(a: string, b: string): number {
  const [left, right] = [stretches(a), stretches(b)];
  for (const [index, stretch] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const isNumber = index % 2 === 1;
    const order = isNumber ? byNumber(stretch, other) : byName(stretch, other);
    if (order !== 0) return order;
  }
  return left.length - right.length || byName(a, b);
}

/** Without the zeros in front, so that equal numbers are equal texts. */
export function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, "");
}

/** What is no number and what is one, in turns. */
function stretches(text: string): readonly string[] {
  return text.split(/(\d+)/u);
}
