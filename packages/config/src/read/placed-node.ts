import type { MapPath } from "@domain-isolation/model";

/** A value of the configuration with its offset in the file, whatever language it is written in. */
export interface PlacedNode {
  readonly offset: number;
  /** What an object or a list holds, as far as it can be read off the text. */
  readonly entries: readonly PlacedEntry[];
}

export interface PlacedEntry {
  readonly key: string | number;
  readonly keyOffset: number;
  readonly value: PlacedNode;
  /** Comes from elsewhere, by a spread, and may be overwritten on purpose. */
  readonly spread: boolean;
}

export interface DuplicateKey {
  readonly key: string;
  readonly offset: number;
}

/** The offset of the nearest part on the path that stands in the text; of its key with `atKey`. */
export function offsetOf(node: PlacedNode, path: MapPath, atKey: boolean): number {
  const [key, ...rest] = path;
  const entry = node.entries.findLast((candidate) => candidate.key === key);
  if (!entry) return node.offset;
  return rest.length === 0 && atKey ? entry.keyOffset : offsetOf(entry.value, rest, atKey);
}

/** The stretch of the text at which a value stands: a text in its quotes, or a word. */
export function spanAt(
  text: string,
  start: number,
): { readonly start: number; readonly end: number } {
  const value = /(["'`])(?:\\.|(?!\1)[^\\])*\1|[\w$.]+|[^]/uy;
  value.lastIndex = start;
  return { start, end: value.test(text) ? value.lastIndex : start };
}

/** Keys that stand twice in one object: the first one would be lost in silence. */
export function duplicateKeys(node: PlacedNode): readonly DuplicateKey[] {
  const own = node.entries.flatMap(({ key, keyOffset, spread }, index) => {
    const isRepeated = node.entries.some(
      (earlier, place) => place < index && earlier.key === key && !earlier.spread,
    );
    return isRepeated && !spread && typeof key === "string" ? [{ key, offset: keyOffset }] : [];
  });
  return [...own, ...node.entries.flatMap(({ value }) => duplicateKeys(value))];
}
