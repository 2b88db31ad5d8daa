import type { Dialect } from "@domain-isolation/model";
import {
  typeormAnalysis,
  typeormClasses,
  typeormDecorators,
  type Analysis,
  type Entity,
} from "@domain-isolation/source-facts";
import type { Change } from "../../changes/change.js";
import type { CodeFiles } from "../../readers/reader.js";
import { optionsOf } from "../../readers/source-code/options.js";
import { declaredByChanges } from "../declared-by-changes.js";
import type { DeclaredSchema } from "../declared-schema.js";
import { entityColumn, type EntityColumn } from "./entity-column.js";
import { entityMembers } from "./entity-members.js";
import { entityTable, type SharedTable } from "./entity-table.js";
import { isRead, tableOf, type TypeormReading } from "./typeorm-reading.js";

export interface TypeormFiles {
  /** The files that may declare entities; those that they import are found by themselves. */
  readonly candidates: readonly string[];
  /** All source files, among which is the one that names a naming strategy. */
  readonly files: readonly string[];
  readonly text: (file: string) => string | null;
  readonly code: CodeFiles;
  /** For which databases: entities are for any. */
  readonly dialects: readonly Dialect[];
}

/**
 * The schemas that entities of TypeORM declare, as it would make them of an empty database, one for
 * each dialect: https://typeorm.io/docs/entity/entities
 */
export function declaredByTypeorm(project: TypeormFiles): readonly DeclaredSchema[] {
  const { candidates, files, text, code, dialects } = project;
  const analysis = typeormAnalysis({
    ...code,
    uses: () => true,
    filesWith: (words) => files.filter((file) => words.test(text(file) ?? "")),
    types: null,
    prismaSchemas: [],
  });
  const entities = candidates.flatMap((file) => {
    const module = analysis.module(file);
    return module ? typeormClasses(module, analysis) : [];
  });
  const tables = sharedTables(entities, analysis);
  const schemas = candidates.flatMap((file) => entitySchemas(file, text(file) ?? ""));
  return dialects.map((dialect) => {
    const reading = readingOf(analysis, dialect);
    const changes = tables.flatMap((table) => entityTable(table, reading));
    return declaredByChanges([...inOrder(changes), ...schemas], dialect, false);
  });
}

function readingOf(analysis: Analysis, dialect: Dialect): TypeormReading {
  const known = new Map<Entity, readonly EntityColumn[]>();
  const columnsOf = (entity: Entity) => {
    const before = known.get(entity);
    if (before) return before;
    const members = entity.place ? entityMembers(entity.place, analysis).members : [];
    const table = tableOf(entity, dialect);
    const columns = members
      .flatMap((member) => entityColumn(member, table, { analysis, dialect }) ?? [])
      .filter(isRead);
    known.set(entity, columns);
    return columns;
  };
  return { analysis, dialect, columnsOf };
}

/** Children of one table are put to their parent; views and what nobody synchronizes are left out. */
function sharedTables(entities: readonly Entity[], analysis: Analysis): readonly SharedTable[] {
  const isKind = (entity: Entity, kind: string) =>
    entity.place !== null &&
    typeormDecorators(entity.place, analysis).some(
      ({ name, args }) => name === kind && !args.some((each) => isLeftOut(each)),
    );
  const isLeftOut = (written: Parameters<typeof optionsOf>[0]) =>
    optionsOf(written, analysis)?.flag("synchronize") === false;
  const children = entities.filter((entity) => isKind(entity, "ChildEntity"));
  return entities
    .filter((entity) => isKind(entity, "Entity"))
    .map((entity) => {
      const isOwn = ({ table, schema }: Entity) =>
        table === entity.table && schema === entity.schema;
      return { entity, children: children.filter(isOwn) };
    });
}

/** Entities that are objects, not classes, aren't read. */
function entitySchemas(file: string, text: string): readonly Change[] {
  return [...text.matchAll(/\bnew EntitySchema\b/gu)].map(({ index, 0: written }): Change => {
    const at = { file, span: { start: index, end: index + written.length } };
    const reason = "what an `EntitySchema` declares isn't read";
    return { kind: "opaque", at, reason, reads: [], writes: [] };
  });
}

const steps = ["create type", "create table", "create index", "add constraint", "opaque"];

/** Types once, tables before what points to them. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  const types = new Set<string>();
  const needed = changes.filter((change) => {
    if (change.kind !== "create type") return true;
    const key = `${change.name.schema ?? ""}\0${change.name.name}`;
    return !types.has(key) && types.add(key);
  });
  return needed.toSorted((a, b) => steps.indexOf(a.kind) - steps.indexOf(b.kind));
}

/** Whether a text may declare entities of TypeORM. */
export function mayDeclareTypeorm(text: string): boolean {
  return /@(?:Entity|ChildEntity)\b|\bnew EntitySchema\b/u.test(text) && text.includes("typeorm");
}
