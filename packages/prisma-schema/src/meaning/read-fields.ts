import type { PrismaField, PrismaRelation } from "../prisma-schema.js";
import type { Report } from "../syntax/split-blocks.js";
import type { Attribute, FieldLine, RecordBlock } from "../syntax/syntax-tree.js";
import { argumentOf, attributeOf, fieldNamesOf, textOf, wordOf } from "./arguments.js";
import type { Declaration, KindOf } from "./declaration.js";
import { firstOfEach } from "./first-of-each.js";

export function readFields(
  { block, text, report }: Declaration<RecordBlock>,
  kindOf: KindOf,
): readonly PrismaField[] {
  const again = ({ name }: FieldLine) => {
    report(name.span, `\`${block.name.text}\` has a field \`${name.text}\` before`);
  };
  const lines = firstOfEach(block.fields, ({ name }) => name, again);
  return lines.map((line) => readField(line, { text, report, kindOf }));
}

interface Surroundings {
  readonly text: string;
  readonly report: Report;
  readonly kindOf: KindOf;
}

function readField(line: FieldLine, { text, report, kindOf }: Surroundings): PrismaField {
  const { name, type, attributes } = line;
  const kind = type.isUnsupported ? "unsupported" : kindOf(type.name.text);
  if (kind === "unknown") report(type.name.span, `no file declares the type \`${type.name.text}\``);
  const value = argumentOf(attributeOf(line, "default"), "value");
  return {
    name: name.text,
    type: type.name.text,
    kind,
    list: type.isList,
    optional: type.isOptional,
    column: textOf(attributeOf(line, "map"), "name", report) ?? name.text,
    nativeType: nativeTypeOf(attributes, text),
    default: value && text.slice(value.span.start, value.span.end),
    ignored: attributeOf(line, "ignore") !== undefined,
    span: name.span,
    declaration: line.span,
    relation: kind === "model" ? readRelation(line, report) : null,
  };
}

/** Its attribute alone has a dot in its name: that of the datasource stands before it. */
function nativeTypeOf(attributes: readonly Attribute[], text: string): string | null {
  const attribute = attributes.find(({ name }) => name.includes("."));
  if (!attribute) return null;
  const written = text.slice(attribute.span.start, attribute.span.end);
  return written.slice(written.indexOf(".") + 1).replace(/\(\)$/u, "");
}

/** `opposite` and `joinTable` are told by the other model: `linkRelations`. */
function readRelation(line: FieldLine, report: Report): PrismaRelation {
  const { name: model } = line.type;
  const attribute = attributeOf(line, "relation");
  return {
    name: textOf(attribute, "name", report),
    model: model.text,
    opposite: null,
    fields: fieldNamesOf(attribute, "fields", report),
    references: fieldNamesOf(attribute, "references", report),
    onDelete: wordOf(attribute, "onDelete", report),
    onUpdate: wordOf(attribute, "onUpdate", report),
    constraint: textOf(attribute, "map", report),
    joinTable: null,
    span: model.span,
  };
}
