import {
  entryOf,
  itemsOf,
  text,
  textOf,
  type MappingValue,
  type TextPart,
  type TextValue,
  type Value,
} from "./value.js";

/** A value as `str` or `repr` prints it. */
export function formatValue(value: Value, isQuoted = false): readonly TextPart[] {
  if (value.kind === "text") {
    const whole = textOf(value);
    if (!isQuoted) return value.parts;
    return whole === null ? [{ hole: value }] : [{ text: quoted(whole), origin: null }];
  }
  const printed = printedOf(value);
  return printed === null ? [{ hole: value }] : [{ text: printed, origin: null }];
}

function printedOf(value: Value): string | null {
  switch (value.kind) {
    case "none":
      return "None";
    case "boolean":
      return value.value ? "True" : "False";
    case "number":
      return value.text;
    case "sequence":
      return printedSequence(value, value.type);
    default:
      return null;
  }
}

function printedSequence(value: Value, type: "list" | "tuple" | "set"): string | null {
  const items = itemsOf(value)?.map((item) => formatValue(item, true));
  const printed = items?.map((parts) => textOf({ kind: "text", parts })) ?? [null];
  if (printed.some((each) => each === null)) return null;
  const all = printed.join(", ");
  if (type === "list") return `[${all}]`;
  if (type === "set") return `{${all}}`;
  return printed.length === 1 ? `(${all},)` : `(${all})`;
}

function quoted(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r");
  return `${quote}${quote === "'" ? escaped.replaceAll("'", "\\'") : escaped}${quote}`;
}

/** `"… %s …" % values`. */
export function formatPercent(format: TextValue, values: Value): Value {
  const items = values.kind === "sequence" && values.type === "tuple" ? itemsOf(values) : [values];
  let next = 0;
  return fillIn(format, /%(?:\((\w+)\))?([#0\- +]*)(\d*)(?:\.\d+)?([a-zA-Z%])/gu, (match) => {
    const [, key, , width, type] = match;
    if (type === "%") return [{ text: "%", origin: null }];
    const value =
      key === undefined
        ? items?.[next++]
        : values.kind === "mapping"
          ? entryOf(values, text(key))
          : null;
    if (!value || width !== "") return [{ hole: values }];
    return formatValue(value, type === "r" || type === "a");
  });
}

/** `"… {} {name} …".format(…)`. */
export function formatBraces(
  format: TextValue,
  args: readonly Value[],
  named: ReadonlyMap<string, Value>,
): Value {
  let next = 0;
  return fillIn(
    format,
    /\{\{|\}\}|\{(\w*)(!r|!s)?([^{}]*)\}/gu,
    ([whole, key = "", mode, rest]) => {
      if (whole === "{{" || whole === "}}") return [{ text: whole.charAt(0), origin: null }];
      const value = key === "" ? args[next++] : (named.get(key) ?? args[Number(key)]);
      if (!value || rest !== "") return [{ hole: value ?? format }];
      return formatValue(value, mode === "!r");
    },
  );
}

function fillIn(
  format: TextValue,
  pattern: RegExp,
  fill: (match: RegExpExecArray) => readonly TextPart[],
): TextValue {
  const parts = format.parts.flatMap((part): readonly TextPart[] => {
    if ("hole" in part) return [part];
    const filled: TextPart[] = [];
    let end = 0;
    for (const match of part.text.matchAll(pattern)) {
      filled.push(slicePart(part, end, match.index), ...fill(match));
      end = match.index + match[0].length;
    }
    filled.push(slicePart(part, end, part.text.length));
    return filled;
  });
  return { kind: "text", parts: parts.filter((part) => !("text" in part) || part.text !== "") };
}

/** A stretch of a part, which still knows where it is written. */
export function slicePart(
  { text: whole, origin }: Extract<TextPart, { readonly text: string }>,
  start: number,
  end: number,
): TextPart {
  const moved = origin && {
    file: origin.file,
    startOf: (index: number) => origin.startOf(index + start),
    endOf: (index: number) => origin.endOf(index + start),
  };
  return { text: whole.slice(start, end), origin: moved };
}

export function mappingText(value: MappingValue, key: string): string | null {
  return textOf(entryOf(value, text(key)));
}
