import { createHash } from "node:crypto";

/**
 * What a text looks like, in 128 characters: the smallest hashes of its lines. Of two sketches can be
 * told how much the texts have in common (A. Broder, "On the resemblance and containment of
 * documents", 1997), so a file is known again under another name, as git knows it, without history.
 */
export type Sketch = string;

const size = 24;
const bytes = 4;
const width = bytes * 2;

/** Lines are compared without their indentation; those without a letter or digit say nothing. */
export function sketchOf(text: string): Sketch {
  const lines = new Set(text.split("\n").map((line) => line.trim()));
  const hashes = new Set([...lines].filter((line) => /[\p{L}\p{N}]/u.test(line)).map(hashOf));
  return [...hashes].sort().slice(0, size).join("");
}

/** How much of two texts is common to them, from 0 to 1: lines in both of all lines. */
export function similarity(a: Sketch, b: Sketch): number {
  const [first, second] = [hashesOf(a), hashesOf(b)];
  const union = [...new Set([...first, ...second])].sort().slice(0, size);
  if (union.length === 0) return 0;
  return union.filter((hash) => first.has(hash) && second.has(hash)).length / union.length;
}

/** Whether a text can be a sketch. */
export function isSketch(text: string): boolean {
  return /^(?:[\da-f]{8})*$/u.test(text) && text.length <= size * width;
}

function hashOf(line: string): string {
  return createHash("sha256").update(line).digest("hex").slice(0, width);
}

function hashesOf(sketch: Sketch): ReadonlySet<string> {
  return new Set(sketch.match(/.{8}/gu));
}
