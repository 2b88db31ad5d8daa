import type { Dialect } from "@domain-isolation/model";
import type { Analysis, Entity } from "@domain-isolation/source-facts";
import type { PlacedName } from "../../changes/change.js";
import type { EntityColumn } from "./entity-column.js";

/** What is the same for all columns. */
export interface ColumnReading {
  readonly analysis: Analysis;
  readonly dialect: Dialect;
}

/** What is the same for all entities that are read. */
export interface TypeormReading extends ColumnReading {
  /** The columns of an entity without those of its relations. */
  readonly columnsOf: (entity: Entity) => readonly EntityColumn[];
}

/** A part of an entity that can't be read: why not, a clause. */
export interface UnreadPart {
  readonly unread: string;
}

export function isRead<Part extends object>(part: Part | UnreadPart): part is Part {
  return !("unread" in part);
}

/** Only PostgreSQL has schemas within a database. */
export function tableOf({ table, schema, span }: Entity, dialect: Dialect): PlacedName {
  const isOwn = dialect === "postgresql" && schema !== "public";
  return { schema: isOwn ? schema : null, name: table, span };
}
