import type { Change } from "../../changes/change.js";
import { isRecord } from "../../json/parse-json.js";
import { readChanges } from "../../sql/read-changes.js";
import type { SnapshotContext } from "./snapshot-context.js";
import { entriesOf, schemaAt, textAt, textsOf } from "./snapshot-values.js";

export function readSchemas(schemas: unknown, { places }: SnapshotContext): readonly Change[] {
  const names = isRecord(schemas) ? Object.keys(schemas) : [];
  return names.map((name): Change => {
    const at = places.next(name);
    return {
      kind: "create schema",
      at,
      name: { schema: null, name, span: at.span },
      ifNotExists: true,
    };
  });
}

export function readEnums(enums: unknown, { places }: SnapshotContext): readonly Change[] {
  return entriesOf(enums).map(([key, values]): Change => {
    const at = places.next(key);
    const name = {
      schema: schemaAt(values, "schema"),
      name: textAt(values, "name") ?? key,
      span: at.span,
    };
    return { kind: "create type", at, name, type: "enum", values: textsOf(values.values) };
  });
}

export function readSequences(sequences: unknown, { places }: SnapshotContext): readonly Change[] {
  return entriesOf(sequences).map(([key, values]): Change => {
    const at = places.next(key);
    const name = {
      schema: schemaAt(values, "schema"),
      name: textAt(values, "name") ?? key,
      span: at.span,
    };
    return { kind: "create sequence", at, name, ifNotExists: false, ownedBy: null };
  });
}

/** Views whose query is recorded; what they read is found in it. */
export function readViews(views: unknown, context: SnapshotContext): readonly Change[] {
  return entriesOf(views).flatMap(([key, values]) => {
    const { span } = context.places.next(key);
    const definition = textAt(values, "definition");
    if (definition === null || values.isExisting === true) return [];
    const path = [schemaAt(values, "schema"), textAt(values, "name") ?? key].filter(
      (each) => each !== null,
    );
    const quote = context.dialect === "mysql" ? "`" : '"';
    const name = path
      .map((part) => `${quote}${part.replaceAll(quote, quote + quote)}${quote}`)
      .join(".");
    const kind = values.materialized === true ? "MATERIALIZED VIEW" : "VIEW";
    const text = `CREATE ${kind} ${name} AS ${definition}`;
    return readChanges({ text, dialect: context.dialect, file: context.file, spanOf: () => span });
  });
}
