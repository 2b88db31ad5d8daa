import type { ExprNode } from "py-ast";
import { evaluate } from "./evaluate.js";
import type { Frame } from "./frame.js";
import { formatValue } from "./format-text.js";
import { locateText, type LiteralText } from "./string-literal.js";
import type { TextOrigin, TextPart, TextValue, Value } from "./value.js";

type Constant = Extract<ExprNode, { readonly nodeType: "Constant" }>;

export function evaluateText(node: Constant, value: string, frame: Frame): TextValue {
  return { kind: "text", parts: [{ text: value, origin: originOf(node, value, frame) }] };
}

/** Where the characters of a literal stand; looked for when somebody asks. */
function originOf(node: Constant, value: string, { file }: Frame): TextOrigin {
  const { span } = file.placeOf(node);
  let located: LiteralText | null | undefined;
  const literal = () => (located ??= locateText(file.text, span.start, span.end, value));
  return {
    file: file.file,
    startOf: (index) => literal()?.starts[index] ?? null,
    endOf: (index) => literal()?.ends[index] ?? null,
  };
}

/** An f-string. */
export function evaluateFormat(
  node: Extract<ExprNode, { readonly nodeType: "JoinedStr" }>,
  frame: Frame,
): TextValue {
  const parts = node.values.flatMap((each): readonly TextPart[] => {
    if (each.nodeType === "FormattedValue") return formattedParts(each, frame);
    const value: Value = evaluate(each, frame);
    if (value.kind === "text") return value.parts;
    // An ellipsis of three dots looks like the constant of that name.
    const constant: unknown = each.nodeType === "Constant" ? each.value : null;
    return typeof constant === "string" ? [{ text: constant, origin: null }] : [{ hole: value }];
  });
  return { kind: "text", parts };
}

function formattedParts(
  node: Extract<ExprNode, { readonly nodeType: "FormattedValue" }>,
  frame: Frame,
): readonly TextPart[] {
  const value = evaluate(node.value, frame);
  if (node.format_spec) return [{ hole: value }];
  return formatValue(value, node.conversion === 114 || node.conversion === 97);
}
