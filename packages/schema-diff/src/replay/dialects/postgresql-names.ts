/** `NAMEDATALEN` less one: the bytes that a name may have. */
const longest = 63;

/**
 * PostgreSQL's `makeObjectName`: the longer of two parts gives way, so that `table_column_label`
 * fits. https://github.com/postgres/postgres/blob/master/src/backend/commands/indexcmds.c
 */
export function makeObjectName(first: string, second: string | null, label: string): string {
  const available = longest - label.length - 1 - (second === null ? 0 : 1);
  let firstLength = Buffer.byteLength(first);
  let secondLength = second === null ? 0 : Buffer.byteLength(second);
  while (firstLength + secondLength > available) {
    if (firstLength > secondLength) firstLength--;
    else secondLength--;
  }
  const parts = [
    clip(first, firstLength),
    ...(second === null ? [] : [clip(second, secondLength)]),
  ];
  return [...parts, label].join("_");
}

/** At most so many bytes, without half of a character. */
function clip(text: string, bytes: number): string {
  const buffer = Buffer.from(text);
  if (buffer.length <= bytes) return text;
  let end = bytes;
  while (end > 0 && ((buffer[end] ?? 0) & 0xc0) === 0x80) end--;
  return buffer.subarray(0, end).toString();
}

/** The first of `label`, `label1`, `label2` … that makes a name which isn't taken. */
export function chooseName(
  first: string,
  second: string | null,
  label: string,
  isTaken: (name: string) => boolean,
): string {
  for (let pass = 0; ; pass++) {
    const name = makeObjectName(first, second, pass === 0 ? label : `${label}${String(pass)}`);
    if (!isTaken(name)) return name;
  }
}

/** PostgreSQL cuts a name that is too long. */
export function clipName(name: string): string {
  return name.length * 3 <= longest ? name : clip(name, longest);
}

/** Column names as a part of another name: joined, cut where they get too long. */
export function joinColumns(columns: readonly string[]): string {
  let joined = "";
  for (const column of columns) {
    joined += joined === "" ? column : `_${column}`;
    if (Buffer.byteLength(joined) >= longest) break;
  }
  return clip(joined, longest);
}
