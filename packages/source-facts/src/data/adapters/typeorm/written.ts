import { spanOf } from "../../../syntax/node.js";
import type { Place } from "../../values/place.js";

/** An expression as the code has it, in one short line. */
export function written({ node, module }: Place): string {
  const { start, end } = spanOf(node);
  const text = module.source.text.slice(start, end).replaceAll(/\s+/gu, " ");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
