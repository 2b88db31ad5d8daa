import { spanOf } from "../../syntax/node.js";
import type { Place } from "../values/place.js";

/** Why the table that an expression names can't be told. */
export function unknownTable({ node, module }: Place): string {
  const { start, end } = spanOf(node);
  const written = module.source.text.slice(start, end).replaceAll(/\s+/gu, " ");
  const shown = written.length > 60 ? `${written.slice(0, 59)}…` : written;
  return `its table \`${shown}\` is worked out when it runs`;
}
