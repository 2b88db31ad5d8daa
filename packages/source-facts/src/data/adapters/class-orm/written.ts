import { spanOf } from "../../../syntax/node.js";
import type { Place } from "../../values/place.js";

/** An expression as the code has it, in one short line, and quoted. */
export function written({ node, module }: Place): string {
  const { start, end } = spanOf(node);
  const text = module.source.text.slice(start, end).replaceAll(/\s+/gu, " ");
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return short.includes("`") ? `"${short}"` : `\`${short}\``;
}
