/** Gives the UTF-16 offset in a text for an offset in bytes of its UTF-8. */
export function utf8Offsets(text: string): (bytes: number) => number {
  const length = Buffer.byteLength(text);
  if (length === text.length) return (bytes) => bytes;
  const offsets = new Uint32Array(length + 1).fill(text.length);
  for (let offset = 0, bytes = 0; offset < text.length;) {
    offsets[bytes] = offset;
    const character = text.codePointAt(offset) ?? 0;
    bytes += utf8Width(character);
    offset += character > 0xffff ? 2 : 1;
  }
  return (bytes) => offsets[bytes] ?? text.length;
}

/** Half of a surrogate pair is encoded as U+FFFD, which takes three bytes too. */
function utf8Width(character: number): number {
  if (character > 0xffff) return 4;
  if (character > 0x7ff) return 3;
  return character > 0x7f ? 2 : 1;
}
