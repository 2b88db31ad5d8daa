import type { Buffer } from "node:buffer";
import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";

/** The text of a file, or why it can't be had: a clause that follows "cannot read x.ts: ". */
export type SourceText = { readonly text: string } | { readonly reason: string };

/** 5 MB of minified code parse in about a second; what is larger is no source that anybody edits. */
const limit = 5 * 1024 * 1024;

/** As git does it: a zero byte near the beginning means that this is no text. */
const binaryProbe = 8000;

/**
 * Reads a source file. A byte order mark is left out, because editors and ESLint count offsets
 * without it.
 */
export function readSource(path: string): SourceText {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { reason: "it is a folder" };
    if (!stat.isFile()) return { reason: "it is not a regular file" };
    if (stat.size > limit) return { reason: tooLarge(stat.size) };
    return decode(readFileSync(path));
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function decode(bytes: Buffer): SourceText {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return { reason: "it is UTF-16, not UTF-8" };
  }
  if (bytes.subarray(0, binaryProbe).includes(0)) {
    return { reason: "it is binary: it holds zero bytes" };
  }
  if (!isUtf8(bytes)) return { reason: "it is not UTF-8" };
  return { text: bytes.toString("utf8", startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0) };
}

function startsWith(bytes: Buffer, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function tooLarge(size: number): string {
  const megabytes = (size / (1024 * 1024)).toFixed(1);
  return `it is ${megabytes} MB; files over ${String(limit / (1024 * 1024))} MB are not read`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "it is not there, or a symbolic link that leads nowhere",
  ELOOP: "it is a symbolic link that leads back to itself",
  EACCES: "permission was denied",
  EPERM: "permission was denied",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? `the system refused it${code ? ` (${code})` : ""}`;
}
