import type { Place, PlacedSegment } from "@domain-isolation/source-facts";
import { quoted } from "./definitions.js";
import { literalOf, textOf } from "./literals.js";
import { originOf } from "./origin.js";
import type { Run } from "./run.js";

const mark = /\\\?|\?\??|(?<!:):(\w+):?/gu;

/** Puts in what is bound: by marks in their order, or by names. */
export function bind(
  segments: readonly PlacedSegment[],
  bindings: Place,
  run: Run,
): readonly PlacedSegment[] {
  const origin = originOf(bindings, run.analysis);
  const list = run.analysis.elements(origin);
  const named = new Map(
    run.analysis.properties(origin)?.entries.map(({ key, value }) => [key, value]) ?? [],
  );
  let index = 0;
  const valueOf = (name: string | undefined) =>
    name === undefined
      ? list
        ? list[index++]
        : index++ === 0
          ? bindings
          : undefined
      : named.get(name);
  return segments.flatMap((each): readonly PlacedSegment[] => {
    const { segment } = each;
    if (segment.kind !== "text") return [each];
    const parts: PlacedSegment[] = [];
    let behind = 0;
    for (const { 0: written, 1: name, index: at } of segment.text.matchAll(mark)) {
      if (written.startsWith("\\") || (name !== undefined && !named.has(name))) continue;
      parts.push(stretch(each, segment.text, behind, at));
      parts.push(boundSegment(written, valueOf(name), each, run));
      behind = at + written.length;
    }
    return [...parts, stretch(each, segment.text, behind, segment.text.length)];
  });
}

/** A part of a text, which keeps its place only where it is all of it. */
function stretch(whole: PlacedSegment, text: string, start: number, end: number): PlacedSegment {
  const part = { ...whole, segment: { kind: "text", text: text.slice(start, end) } } as const;
  return start === 0 ? part : { ...part, raw: null };
}

function boundSegment(
  written: string,
  value: Place | undefined,
  around: PlacedSegment,
  run: Run,
): PlacedSegment {
  const isName = written === "??" || written.endsWith(":");
  const nothing = { raw: null, entity: null, parameter: null, part: null };
  const place = value ?? around.place;
  const known = value ? sqlOf(value, isName, run) : null;
  if (known !== null) return { segment: { kind: "text", text: known }, place, ...nothing };
  const reason = "a name is bound that is known only when it runs";
  return { segment: isName ? { kind: "unknown", reason } : { kind: "value" }, place, ...nothing };
}

function sqlOf(value: Place, isName: boolean, { analysis, dialect }: Run): string | null {
  if (isName) {
    const quote = dialect === "postgresql" ? '"' : "`";
    const name = textOf(value, analysis);
    return name === null ? null : name.split(".").map(quotedName(quote)).join(".");
  }
  const literal = literalOf(value, analysis);
  if (literal?.is === "text") return quoted(literal.text);
  return literal?.is === "number" || literal?.is === "boolean" ? String(literal.value) : null;
}

function quotedName(quote: string) {
  return (name: string) => `${quote}${name}${quote}`;
}
