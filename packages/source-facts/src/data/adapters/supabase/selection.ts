import type { Span } from "@domain-isolation/model";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Handle, NamedTable } from "../../values/value.js";
import type { Touch } from "../query.js";
import { textSpan } from "../text-span.js";
import { embeddedTable } from "./database-types.js";
import { schemaOf } from "./schema.js";
import { embeddedIn, type Embedded } from "./select-text.js";

/** What `select("*, comments(*)")` reads beside the table that it is asked of. */
export function selectionTouch(
  handle: Handle,
  selection: Place,
  table: string,
  analysis: Analysis,
): Touch {
  const text = analysis.constant(selection);
  if (text === null) {
    const opaque = "what it selects is worked out when it runs";
    return { tables: [], isGeneric: false, opaque };
  }
  const tables: NamedTable[] = [];
  const { database } = handle.memory;
  const inSchema = schemaOf(handle);
  let opaque: string | null = null;
  const add = (parent: string, { name, start, end, children }: Embedded): void => {
    const target = embeddedTable(name, parent, inSchema ?? "public", database ?? null, analysis);
    if (target === null) opaque ??= `what \`${name}\` leads to is not known`;
    else
      tables.push(embedded(target, inSchema, selection, textSpan(selection, text, { start, end })));
    for (const child of children) add(target ?? name, child);
  };
  for (const each of embeddedIn(text)) add(table, each);
  return { tables, isGeneric: false, opaque };
}

function embedded(
  name: string,
  schema: string | null,
  place: Place,
  span: Span | null,
): NamedTable {
  return { name, schema, entity: null, access: "read", via: "relation", place, span };
}
