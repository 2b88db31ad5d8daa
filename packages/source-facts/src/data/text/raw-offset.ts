/** An escape of a string or template, a line continuation, or a line end of two characters. */
const escape = /\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|\r\n|[\s\S])|\r\n/gu;

/**
 * Where a character of a string's value stands in the text that was written: escapes are longer than
 * what they stand for.
 */
export function rawOffset(raw: string, offset: number): number {
  let [cooked, behind] = [0, 0];
  for (const { 0: written, index } of raw.matchAll(escape)) {
    const plain = index - behind;
    if (cooked + plain > offset) break;
    cooked += plain + valueLength(written);
    behind = index + written.length;
    if (cooked > offset) return index;
  }
  return behind + (offset - cooked);
}

function valueLength(written: string): number {
  if (/^\\[\r\n\u2028\u2029]/u.test(written)) return 0;
  const wide = /^\\u\{([\da-fA-F]+)\}$/u.exec(written)?.[1];
  return wide !== undefined && Number.parseInt(wide, 16) > 0xffff ? 2 : 1;
}
