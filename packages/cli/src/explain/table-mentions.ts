import type { EntityFact, TableName } from "@domain-isolation/model";
import type { Project } from "@domain-isolation/scanner";
import type { Ground } from "./explanation.js";
import type { Use } from "./use-lines.js";

/** A place that names a table, and whose code it is. */
export interface TableMention extends Use {
  readonly table: TableName;
  readonly askedBy: string | null;
}

/** All that names tables: statements, entities, and what migrations do. */
export interface TableMentions {
  readonly statements: readonly TableMention[];
  readonly entities: readonly (TableMention & Pick<EntityFact, "library">)[];
  readonly migrations: readonly TableMention[];
}

export function tableMentions({ project, map }: Ground): TableMentions {
  const ownerOf = (file: string) => map.owner(file)?.domain ?? null;
  const files = [...project.files, ...project.schemas];
  const statements = files.flatMap((file) =>
    project.data(file).statements.flatMap(({ tables }) =>
      tables.map(({ name, schema, entity, access, span }) => ({
        file,
        span,
        how: `${access}s`,
        table: { name, schema, entity },
        askedBy: ownerOf(file),
      })),
    ),
  );
  const entities = files.flatMap((file) =>
    project.data(file).entities.map(({ table, schema, name, span, library }) => ({
      file,
      span,
      how: "declares",
      table: { name: table, schema, entity: name },
      askedBy: ownerOf(file),
      library,
    })),
  );
  return { statements, entities, migrations: migrationMentions(project) };
}

function migrationMentions(project: Project): readonly TableMention[] {
  return project.databases.trees.flatMap(({ domain, files }) =>
    files.flatMap((file) =>
      project.migration(file).touches.map(({ name, schema, span, action }) => ({
        file,
        span,
        how: `${action}s`,
        table: { name, schema, entity: null },
        askedBy: domain,
      })),
    ),
  );
}

/** Schemas that PostgreSQL or SQLite takes if none is written. */
const usualSchemas = ["public", "main"];

/** Whether a table is the one that somebody writes as `seats`, `billing.invoices`, or as its entity. */
export function isCalled({ name, schema, entity }: TableName, written: string): boolean {
  if (entity === written) return true;
  const dot = written.indexOf(".");
  if (!isSame(name, written.slice(dot + 1))) return false;
  if (dot < 0) return true;
  const asked = written.slice(0, dot);
  return schema === null ? usualSchemas.includes(asked) : isSame(schema, asked);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
