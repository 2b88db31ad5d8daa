import type { Change } from "../changes/change.js";
import {
  applyAddColumn,
  applyAlterColumn,
  applyComment,
  applyDropColumn,
  applyRenameColumn,
} from "./apply/columns.js";
import {
  applyAddConstraint,
  applyDropConstraint,
  applyRenameConstraint,
} from "./apply/constraints.js";
import { applyCreateIndex, applyDropIndex } from "./apply/indexes.js";
import { applyRename, applySetSchema } from "./apply/renames.js";
import {
  applyCreateRoutine,
  applyCreateTrigger,
  applyDropRoutine,
  applyDropTrigger,
  applyRenameTrigger,
} from "./apply/routines.js";
import { applyAlterTable } from "./apply/partitions.js";
import { applyCreateTable, applyDropTable } from "./apply/tables.js";
import {
  applyAddEnumValue,
  applyAlterSequence,
  applyCreateSchema,
  applyCreateSequence,
  applyCreateType,
  applyDropSchema,
  applyDropSequence,
  applyDropType,
  applyRenameEnumValue,
} from "./apply/types-and-sequences.js";
import { applyCreateView, applyDropView } from "./apply/views.js";
import type { State } from "./state.js";

type Appliers = {
  readonly [Kind in Change["kind"]]: (
    change: Extract<Change, { kind: Kind }>,
    state: State,
  ) => void;
};

function nothing(): void {
  // The schema stays as it is.
}

const appliers: Appliers = {
  "create table": applyCreateTable,
  "drop table": applyDropTable,
  rename: applyRename,
  "set schema": applySetSchema,
  "add column": applyAddColumn,
  "drop column": applyDropColumn,
  "rename column": applyRenameColumn,
  "alter column": applyAlterColumn,
  "add constraint": applyAddConstraint,
  "drop constraint": applyDropConstraint,
  "rename constraint": applyRenameConstraint,
  "attach partition": applyAlterTable,
  "detach partition": applyAlterTable,
  inherit: applyAlterTable,
  "no inherit": applyAlterTable,
  "set options": nothing,
  comment: applyComment,
  "create index": applyCreateIndex,
  "drop index": applyDropIndex,
  "create view": applyCreateView,
  "drop view": applyDropView,
  "create sequence": applyCreateSequence,
  "alter sequence": applyAlterSequence,
  "drop sequence": applyDropSequence,
  "create type": applyCreateType,
  "add enum value": applyAddEnumValue,
  "rename enum value": applyRenameEnumValue,
  "drop type": applyDropType,
  "create routine": applyCreateRoutine,
  "drop routine": applyDropRoutine,
  "create trigger": applyCreateTrigger,
  "rename trigger": applyRenameTrigger,
  "drop trigger": applyDropTrigger,
  "create schema": applyCreateSchema,
  "drop schema": applyDropSchema,
  "set search path": (change, state) => {
    state.searchPath = change.schemas ?? state.rules.searchPath;
  },
  "change rows": nothing,
  opaque: nothing,
};

/** Makes one change in a database in the making. */
export function applyChange(change: Change, state: State): void {
  apply(change.kind, change, state);
}

function apply<Kind extends Change["kind"]>(
  kind: Kind,
  change: Extract<Change, { kind: Kind }>,
  state: State,
): void {
  appliers[kind](change, state);
}
