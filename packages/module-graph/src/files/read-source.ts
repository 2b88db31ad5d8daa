import { Buffer, isUtf8 } from "node:buffer";
import { plainLooks, type Looks } from "./looks.js";
import { withoutMark } from "./without-mark.js";

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
export function readSource(path: string, looks: Looks = plainLooks): SourceText {
  try {
    // Node has a short way for text. The bytes are looked at only where it says that some are wrong.
    const text = looks.text(path);
    if (text.includes("\uFFFD") && !isUtf8(looks.bytes(path))) return notUtf8(looks.bytes(path));
    return checkText(withoutMark(text));
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function checkText(text: string): SourceText {
  const size = text.length > limit / 4 ? Buffer.byteLength(text) : 0;
  if (size > limit) return { reason: tooLarge(size) };
  const zero = text.indexOf("\0");
  if (zero >= 0 && zero < binaryProbe) return { reason: "it is binary: it holds zero bytes" };
  return { text };
}

function notUtf8(bytes: Buffer): SourceText {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff") return { reason: "it is UTF-16, not UTF-8" };
  if (bytes.subarray(0, binaryProbe).includes(0)) {
    return { reason: "it is binary: it holds zero bytes" };
  }
  return { reason: "it is not UTF-8" };
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
  ERR_STRING_TOO_LONG: "it is larger than any text that can be held",
  ERR_FS_FILE_TOO_LARGE: "it is larger than any text that can be held",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? `the system refused it${code ? ` (${code})` : ""}`;
}
