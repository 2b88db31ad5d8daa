import type {
  Column,
  ForeignKey,
  Index,
  Key,
  ObjectName,
  SourcePlace,
  Table,
  TreeFacts,
  View,
} from "@domain-isolation/model";
import { objectKey } from "./object-key.js";

/** Where a place stands: its line, from 1. */
export type LineOf = (place: SourcePlace) => number;

/** The schemas of all domains, as `check-domain-isolation schema --format json` prints them. */
export interface SchemaDocument {
  readonly version: 1;
  readonly domains: Readonly<Record<string, DomainDocument>>;
}

export interface DomainDocument {
  readonly dialect: TreeFacts["dialect"];
  /** The migrations after which none comes, of each tree. */
  readonly heads: readonly string[];
  readonly tables: Readonly<Record<string, object>>;
  readonly views: Readonly<Record<string, object>>;
  readonly sequences: Readonly<Record<string, object>>;
  readonly types: Readonly<Record<string, object>>;
  readonly routines: readonly object[];
  readonly triggers: readonly object[];
  readonly opaque: readonly object[];
}

/**
 * The schema of each domain as plain data. Names in the usual schema stand without it. Where two trees
 * of one domain make an object of one name, that of the first stands for both.
 */
export function schemaDocument(trees: readonly TreeFacts[], lineOf: LineOf): SchemaDocument {
  const domains = [...new Set(trees.map(({ domain }) => domain))];
  return {
    version: 1,
    domains: Object.fromEntries(
      domains.map((domain) => {
        const own = trees.filter((tree) => tree.domain === domain);
        return [domain, domainDocument(own, lineOf)];
      }),
    ),
  };
}

function domainDocument(trees: readonly TreeFacts[], lineOf: LineOf): DomainDocument {
  const placed = placedBy(lineOf);
  const schemas = trees.map(({ schema }) => schema);
  return {
    dialect: trees[0]?.dialect ?? "postgresql",
    heads: trees.flatMap(({ heads }) => heads),
    tables: byName(
      schemas.flatMap(({ tables }) => tables),
      (table) => tableDocument(table, placed),
    ),
    views: byName(
      schemas.flatMap(({ views }) => views),
      (view) => viewDocument(view, placed),
    ),
    sequences: byName(
      schemas.flatMap(({ sequences }) => sequences),
      (sequence) => ({
        schema: sequence.schema,
        ownedBy: sequence.ownedBy,
        ...placed(sequence),
      }),
    ),
    types: byName(
      schemas.flatMap(({ types }) => types),
      ({ schema, kind, values, definedAt }) => ({
        schema,
        kind,
        values,
        ...placed({ definedAt }),
      }),
    ),
    routines: schemas.flatMap(({ routines }) =>
      routines.map(({ schema, name, kind, arguments: given, reads, writes, definedAt }) => ({
        schema,
        name,
        kind,
        arguments: given,
        reads: reads.map(objectKey),
        writes: writes.map(objectKey),
        ...placed({ definedAt }),
      })),
    ),
    triggers: schemas.flatMap(({ triggers }) =>
      triggers.map(({ name, table, routine, definedAt }) => ({
        name,
        table: objectKey(table),
        routine: routine && objectKey(routine),
        ...placed({ definedAt }),
      })),
    ),
    opaque: trees.flatMap(({ opaque }) =>
      opaque.map(({ file, span, reason }) => ({ file, line: lineOf({ file, span }), reason })),
    ),
  };
}

type Placed = (thing: { readonly definedAt: SourcePlace }) => object;

function placedBy(lineOf: LineOf): Placed {
  return ({ definedAt }) => ({ definedAt: { file: definedAt.file, line: lineOf(definedAt) } });
}

function byName<Thing extends ObjectName>(
  things: readonly Thing[],
  document: (thing: Thing) => object,
): Readonly<Record<string, object>> {
  const named = new Map<string, object>();
  for (const thing of things) {
    const key = objectKey(thing);
    if (!named.has(key)) named.set(key, document(thing));
  }
  return Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function tableDocument(table: Table, placed: Placed): object {
  const { schema, kind, primaryKey, comment, partitionOf } = table;
  return {
    schema,
    kind,
    columns: table.columns.map(columnDocument),
    primaryKey: primaryKey && keyDocument(primaryKey),
    foreignKeys: table.foreignKeys.map(foreignKeyDocument),
    uniques: table.uniques.map(keyDocument),
    checks: table.checks.map(({ name, expression }) => ({ name, expression })),
    indexes: table.indexes.map(indexDocument),
    inherits: table.inherits.map(objectKey),
    partitionOf: partitionOf && objectKey(partitionOf),
    comment,
    ...placed(table),
  };
}

function columnDocument(column: Column): object {
  const { name, type, nullable, identity, generated, comment } = column;
  return { name, type, nullable, default: column.default, identity, generated, comment };
}

function keyDocument({ name, columns }: Key): object {
  return { name, columns };
}

function foreignKeyDocument({ name, columns, references, onDelete, onUpdate }: ForeignKey): object {
  const { schema, name: table, columns: keys } = references;
  return { name, columns, references: { schema, table, columns: keys }, onDelete, onUpdate };
}

function indexDocument({ name, unique, parts, include, method, where }: Index): object {
  const on = parts.map(({ column, expression, options }) =>
    [column ?? expression ?? "", options].filter((word) => word !== "").join(" "),
  );
  return { name, unique, on, include, method, where };
}

function viewDocument(
  { schema, kind, definition, reads, definedAt }: View,
  placed: Placed,
): object {
  return { schema, kind, definition, reads: reads.map(objectKey), ...placed({ definedAt }) };
}
